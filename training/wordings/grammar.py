"""A tiny phrase grammar: `[a|b|]` chooses one, `{name}` is a slot. Wordings are split into training and held-out ones.

Every fifth top-level line of a slot is held out: it is used only for the "new wordings" split, never in training.
"""
import re

SLOT = re.compile(r"\{(\w+)\}")
HELD_EVERY = 5


def parse_choices(text):
    """Text with nested [a|b] -> list of parts; a part is a string or a list of alternatives (each a list of parts)."""
    def sequence(i, stop):
        parts, plain = [], []
        while i < len(text) and text[i] not in stop:
            if text[i] == "[":
                if plain:
                    parts.append("".join(plain))
                    plain = []
                alternatives = []
                i += 1
                while True:
                    part, i = sequence(i, "|]")
                    alternatives.append(part)
                    if text[i] == "]":
                        break
                    i += 1
                parts.append(alternatives)
            else:
                plain.append(text[i])
            i += 1
        if plain:
            parts.append("".join(plain))
        return parts, i

    parts, end = sequence(0, "")
    assert end == len(text), text
    return parts


def choose(parts, rng):
    return "".join(part if isinstance(part, str) else choose(rng.choice(part), rng) for part in parts)


def expand(lines):
    """Every string that any of the lines can become."""
    def of(parts):
        texts = [""]
        for part in parts:
            ends = [part] if isinstance(part, str) else [text for alternative in part for text in of(alternative)]
            texts = [text + end for text in texts for end in ends]
        return texts
    return [text for line in lines for text in of(line)]


def count(parts):
    """How many different strings the parts can become (an upper bound: equal branches count twice)."""
    total = 1
    for part in parts:
        if not isinstance(part, str):
            total *= sum(count(alternative) for alternative in part)
    return total


def read_slots(text):
    """`@slot` lines open a slot; every other line is one wording of it."""
    slots, current = {}, None
    for line in text.strip().splitlines():
        if line.startswith("@"):
            current = slots.setdefault(line[1:].strip(), [])
        elif line.strip():
            current.append(parse_choices(line.strip()))
    return slots


class Wordings:
    """The wordings of every slot, seen from one split: "train", "held" or "all"."""

    def __init__(self, slots, split):
        self.lines = {}
        for name, lines in slots.items():
            held = [line for i, line in enumerate(lines) if i % HELD_EVERY == HELD_EVERY - 2]
            train = [line for i, line in enumerate(lines) if i % HELD_EVERY != HELD_EVERY - 2]
            self.lines[name] = dict(held=held, train=train, all=lines)[split]
            assert self.lines[name], name

    def and_more(self, slots):
        """These wordings with more lines in some of their slots, none of them held out."""
        for name, lines in slots.items():
            self.lines[name] = self.lines[name] + lines
        return self

    def say(self, slot, rng, /, **values):
        text = choose(rng.choice(self.lines[slot]), rng)
        return SLOT.sub(lambda match: values[match.group(1)], text)

    def size(self, name):
        return sum(count(line) for line in self.lines[name])
