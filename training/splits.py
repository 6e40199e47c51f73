"""Three kinds of held-out visit: new seeds, new wordings, new conditions. Training never sees any of them."""
import random

from .data.conditions import CONDITIONS
from .data.mixed import mixed_conditions
from .wordings import asides, background, blind, closing, drills, extras, further, history, loose, openers, plans, questions
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
DRILLED_WORDINGS = Wordings(SLOTS, "train").and_more(_slots(drills.TEXT, loose.TEXT))

BLIND_WORDINGS = Wordings(read_slots(blind.TEXT), "all")

QUESTION_SLOTS = _slots(questions.TEXT, further.QUESTIONS)
TRAIN_QUESTIONS = Wordings(QUESTION_SLOTS, "train")
HELD_QUESTIONS = Wordings(QUESTION_SLOTS, "held")

TRAIN_CONDITIONS = [c for i, c in enumerate(CONDITIONS) if i % HELD_CONDITION_EVERY != 3]
HELD_CONDITIONS = [c for i, c in enumerate(CONDITIONS) if i % HELD_CONDITION_EVERY == 3]

# One visit in six that training tells has a condition that does not exist.
DRILLED_CONDITIONS = TRAIN_CONDITIONS * 20 + mixed_conditions(TRAIN_CONDITIONS, 4 * len(TRAIN_CONDITIONS))

# name -> (conditions, wordings); every split has seeds of its own (see rng_for).
SPLITS = {
    "train": (DRILLED_CONDITIONS, DRILLED_WORDINGS),
    "new-visits": (TRAIN_CONDITIONS, TRAIN_WORDINGS),
    "new-wordings": (TRAIN_CONDITIONS, HELD_WORDINGS),
    "new-conditions": (HELD_CONDITIONS, TRAIN_WORDINGS),
    "blind-wordings": (TRAIN_CONDITIONS, BLIND_WORDINGS),
}


def rng_for(split, seed):
    """A generator whose stream no other split shares: the split's name is part of the seed."""
    return random.Random(f"bedside/{split}/{seed}")
