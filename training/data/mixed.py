"""Conditions that do not exist, put together from parts of training's own: what belongs to what cannot be known, only heard.

A model that has learnt its conditions by heart falters at the first word of one it has not met. In these, findings, tests, treatment
and advice come from different conditions, the name is of loose words, and some findings and advice have words of others.
"""
import random
import re
from dataclasses import replace

from .people import made_up_name

LONG_WORD = re.compile(r"\b[a-z]{4,}\b")
SHUFFLED = 0.4        # share of findings and pieces of advice in which words are changed
CHANGED = 0.5         # share of their long words that are
MADE_UP = 0.15        # share of the changed ones that are no word at all


def _long_words(conditions):
    texts = [text for c in conditions for text in (c.name, *c.exam, *c.advice, *c.tests)]
    return sorted({word for text in texts for word in LONG_WORD.findall(text)})


def _shuffled(rng, text, words):
    def other(match):
        if rng.random() >= CHANGED:
            return match.group()
        return made_up_name(rng) if rng.random() < MADE_UP else rng.choice(words)
    return LONG_WORD.sub(other, text) if rng.random() < SHUFFLED else text


def _several(rng, conditions, part, how_many, words):
    return [_shuffled(rng, rng.choice(getattr(rng.choice(conditions), part)), words) for _ in range(how_many)]


def mixed_conditions(conditions, how_many, seed="bedside/mixed"):
    """`how_many` conditions whose complaint is of one of `conditions` and whose other parts come from any of them."""
    rng, words, found = random.Random(seed), _long_words(conditions), []
    for _ in range(how_many):
        complaint, treated, followed = (rng.choice(conditions) for _ in range(3))
        name = " ".join([made_up_name(rng)] * (rng.random() < .3) + rng.sample(words, rng.choice([1, 2, 2, 3])))
        found.append(replace(
            complaint, name="{s}" * complaint.sided + name, medicines=treated.medicines, result=followed.result, tests=followed.tests,
            referral=followed.referral, exam=_several(rng, conditions, "exam", 4, words), advice=_several(rng, conditions, "advice", 3, words)))
    return found
