"""Checks what the generator promises: /usr/bin/python3 -m training.selftest. Needs no torch; takes a few seconds."""
import collections
import random

from .data.conditions import CONDITIONS
from .facts import facts_of
from .note import write_note
from .splits import (BLIND_WORDINGS, DRILLED_WORDINGS, HELD_CONDITIONS, HELD_QUESTIONS, HELD_WORDINGS, QUESTION_SLOTS, SLOTS, SPLITS, TRAIN_CONDITIONS,
                     TRAIN_QUESTIONS, TRAIN_WORDINGS, rng_for)
from .visit import ruled_out
from .wordings.grammar import Wordings, choose, expand
from .tasks import MAX_TURNS, MIN_TURNS, full_visit, transcript

CATEGORIES = {"demographic", "finding", "history", "medication", "allergy", "social", "vital", "exam", "test", "diagnosis", "plan"}
STATUSES = {"present", "denied", "stopped", "started"}
FIELDS = {"category", "name", "synonyms", "value", "unit", "dose", "route", "frequency", "side", "status"}
VISITS = 300
DRAWS = 200   # of each line that only training uses, looked for among all that held-out lines can say


def check_tables():
    assert len(CONDITIONS) >= 80 and len({c.specialty for c in CONDITIONS}) >= 12
    assert len({c.name for c in CONDITIONS}) == len(CONDITIONS)


def check_wordings():
    """At least 30 wordings in every slot, training and held-out ones together; none shared between the two."""
    for slots in (SLOTS, QUESTION_SLOTS):
        everything = Wordings(slots, "all")
        for slot in slots:
            assert everything.size(slot) >= 30, (slot, everything.size(slot))
    for train, held in ((TRAIN_WORDINGS, HELD_WORDINGS), (TRAIN_QUESTIONS, HELD_QUESTIONS)):
        for slot in train.lines:
            assert not any(line in train.lines[slot] for line in held.lines[slot]), slot
    assert set(BLIND_WORDINGS.lines) == set(SLOTS)
    rng, held_texts = random.Random("bedside/selftest"), {slot: set(expand(lines)) for slot, lines in HELD_WORDINGS.lines.items()}
    for slot, lines in DRILLED_WORDINGS.lines.items():
        for line in lines[len(TRAIN_WORDINGS.lines[slot]):]:
            assert not held_texts[slot] & {choose(line, rng) for _ in range(DRAWS)}, (slot, line)


def check_splits():
    names = lambda conditions: {c.name for c in conditions}
    assert not names(TRAIN_CONDITIONS) & names(HELD_CONDITIONS)
    assert len(HELD_CONDITIONS) >= 12
    for split in ("new-visits", "new-wordings", "blind-wordings"):
        assert names(SPLITS[split][0]) == names(TRAIN_CONDITIONS)
    seen = collections.defaultdict(set)
    for split in SPLITS:
        for seed in range(60):
            rng = rng_for(split, seed)
            seen[split].add(transcript(rng, full_visit(rng, split)[1]))
    for a in seen:
        for b in seen:
            assert a == b or not seen[a] & seen[b], (a, b)


def check_visit(split, seed):
    rng = rng_for(split, seed)
    visit, dialogue = full_visit(rng, split)
    note = write_note(visit)
    assert not any(ruled_out(agent) & visit.given for agent, _ in visit.allergies), note
    assert MIN_TURNS <= len(dialogue) <= MAX_TURNS
    assert all(a[0] != b[0] for a, b in zip(dialogue, dialogue[1:])), "two turns of one speaker in a row"
    for heading in ("Subjective: ", "History: ", "Medications: ", "Allergies: ", "Objective: ", "Plan: "):
        assert note.count(heading) >= 1, note
    spans = {}
    for role, text, found in dialogue:
        assert not set("{}[]|\x01\x02\x03") & set(text), text
        assert "  " not in text and text == text.strip(), repr(text)
        for fact, (start, end) in found.items():
            assert 0 <= start < end <= len(text)
            spans[fact] = text[start:end]
    for mark, fact, words in facts_of(visit):
        assert mark in spans, (mark, fact)
        assert words.lower() in note.lower(), (words, note)
        assert set(fact) <= FIELDS and fact["category"] in CATEGORIES and fact["status"] in STATUSES, fact
        if mark.startswith(("medicine", "start", "allergy")) and fact["category"] != "plan":
            assert spans[mark].lower() == fact["name"].lower(), (spans[mark], fact)
        if fact["category"] == "vital":
            numbers = fact["value"].split("/")
            assert all(n in spans[mark] for n in numbers), (spans[mark], fact)


def main():
    check_tables()
    check_wordings()
    check_splits()
    for split in SPLITS:
        for seed in range(VISITS):
            check_visit(split, seed)
    print(f"ok: {len(CONDITIONS)} conditions, {len(SLOTS)} slots, {VISITS} visits in each of {len(SPLITS)} splits")


if __name__ == "__main__":
    main()
