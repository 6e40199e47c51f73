"""Three kinds of held-out visit: new seeds, new wordings, new conditions. Training never sees any of them."""
import random

from .data.conditions import CONDITIONS
from .wordings import asides, background, closing, drills, extras, further, history, openers, plans, questions
from .wordings.grammar import Wordings, read_slots

HELD_CONDITION_EVERY = 6


def _slots(*texts):
    """The slots of several texts; a slot that stands in more than one has the lines of all, in this order."""
    slots = {}
    for text in texts:
        for name, lines in read_slots(text).items():
            slots.setdefault(name, []).extend(lines)
    return slots


SLOTS = _slots(*(module.TEXT for module in (history, background, closing, extras, openers, asides, further, plans)))

TRAIN_WORDINGS = Wordings(SLOTS, "train")
HELD_WORDINGS = Wordings(SLOTS, "held")

# What training tells its own visits with: more than the held-out visits of "new-visits" and "new-conditions" are told with.
DRILLED_WORDINGS = Wordings(SLOTS, "train").and_more(read_slots(drills.TEXT))

QUESTION_SLOTS = _slots(questions.TEXT, further.QUESTIONS)
TRAIN_QUESTIONS = Wordings(QUESTION_SLOTS, "train")
HELD_QUESTIONS = Wordings(QUESTION_SLOTS, "held")

TRAIN_CONDITIONS = [c for i, c in enumerate(CONDITIONS) if i % HELD_CONDITION_EVERY != 3]
HELD_CONDITIONS = [c for i, c in enumerate(CONDITIONS) if i % HELD_CONDITION_EVERY == 3]

# name -> (conditions, wordings); every split has seeds of its own (see rng_for).
SPLITS = {
    "train": (TRAIN_CONDITIONS, DRILLED_WORDINGS),
    "new-visits": (TRAIN_CONDITIONS, TRAIN_WORDINGS),
    "new-wordings": (TRAIN_CONDITIONS, HELD_WORDINGS),
    "new-conditions": (HELD_CONDITIONS, TRAIN_WORDINGS),
}


def rng_for(split, seed):
    """A generator whose stream no other split shares: the split's name is part of the seed."""
    return random.Random(f"bedside/{split}/{seed}")
