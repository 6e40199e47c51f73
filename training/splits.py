"""Three kinds of held-out visit: new seeds, new wordings, new conditions. Training never sees any of them."""
import random

from .data.conditions import CONDITIONS
from .wordings import background, closing, extras, history, openers, questions
from .wordings.grammar import Wordings, read_slots

HELD_CONDITION_EVERY = 6

SLOTS = {}
for _module in (history, background, closing, extras, openers):
    SLOTS.update(read_slots(_module.TEXT))

TRAIN_WORDINGS = Wordings(SLOTS, "train")
HELD_WORDINGS = Wordings(SLOTS, "held")

_QUESTION_SLOTS = read_slots(questions.TEXT)
TRAIN_QUESTIONS = Wordings(_QUESTION_SLOTS, "train")
HELD_QUESTIONS = Wordings(_QUESTION_SLOTS, "held")

TRAIN_CONDITIONS = [c for i, c in enumerate(CONDITIONS) if i % HELD_CONDITION_EVERY != 3]
HELD_CONDITIONS = [c for i, c in enumerate(CONDITIONS) if i % HELD_CONDITION_EVERY == 3]

# name -> (conditions, wordings); "train" and "new-visits" differ by seed only (see rng_for).
SPLITS = {
    "train": (TRAIN_CONDITIONS, TRAIN_WORDINGS),
    "new-visits": (TRAIN_CONDITIONS, TRAIN_WORDINGS),
    "new-wordings": (TRAIN_CONDITIONS, HELD_WORDINGS),
    "new-conditions": (HELD_CONDITIONS, TRAIN_WORDINGS),
}


def rng_for(split, seed):
    """A generator whose stream no other split shares: the split's name is part of the seed."""
    return random.Random(f"bedside/{split}/{seed}")
