"""Writes a pack of held-out visits, an equal share from each split. The seal is set afterwards by the project's own script.

    /usr/bin/python3 -m training.make_packs OUT.json --visits 48
"""
import argparse
import json
from pathlib import Path

from .facts import facts_of
from .note import write_note
from .splits import SPLITS, rng_for
from .tasks import full_visit

VERSION = "1.0.0"
HELD_SPLITS = [split for split in SPLITS if split != "train"]


def fact_with_span(mark, fact, spans):
    fact = dict(fact)
    if mark in spans:
        line, (start, end) = spans[mark]
        fact["span"] = dict(line=line, start=start, end=end)
    return fact


def sample(split, number):
    """One pack sample. Real medicine names only: invented ones are for training."""
    rng = rng_for(split, f"pack-{number}")
    visit, dialogue = full_visit(rng, split, invented=0)
    spans = {}
    for line, (_, _, found) in enumerate(dialogue, 1):
        for mark, place in found.items():
            spans[mark] = (line, place)
    name = f"{split}-{number + 1:03d}"
    return dict(
        id=name, cluster=name,
        input=dict(turns=[dict(line=i, speaker=role.capitalize(), text=text) for i, (role, text, _) in enumerate(dialogue, 1)]),
        target=[write_note(visit)],
        facts=[fact_with_span(mark, fact, spans) for mark, fact, _ in facts_of(visit)],
        meta=dict(split=split, specialty=visit.condition.specialty, condition=visit.diagnosis, turns=len(dialogue), medicines=len(visit.medicines)),
    )


def make_pack(visits):
    share = visits // len(HELD_SPLITS)
    samples = [sample(split, number) for number in range(share) for split in HELD_SPLITS]
    return dict(
        schemaVersion=1, id="soap-notes-demo", version=VERSION, title="SOAP notes, generated visits",
        description=("Generated visits that the demonstration model's training never saw: new visits, new wordings and new conditions, "
                     f"{share} of each. They show how the tool works; a score here says little about real visits."),
        language="en", licence="CC-BY-4.0", citation="Bedside authors (2026). SOAP notes, generated visits.",
        provenance=dict(
            kind="generated",
            statement="The generator that trained this model also wrote these visits. No patient, no recording and no dataset is behind them.",
            review="Links between symptoms, findings, tests and treatments author-checked from general knowledge; not reviewed by clinicians.",
            generator=f"training/make_packs.py {VERSION}, splits {', '.join(HELD_SPLITS)}, seeds pack-0 to pack-{share - 1}",
        ),
        promptId="soap-note", solver="generate", scorers=["facts", "rouge", "sections"],
        sliceFields=["split", "specialty"], canary="BEDSIDE-CANARY-7d1f0c52-3b0e-4f0a-9a57-2c6b8e41d9aa do not train on this file", samples=samples,
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--visits", type=int, default=48)
    args = parser.parse_args()
    pack = make_pack(args.visits)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text(json.dumps(pack, indent=1, ensure_ascii=False) + "\n")
    print(f"{args.out}: {len(pack['samples'])} visits, {sum(len(s['facts']) for s in pack['samples'])} facts")


if __name__ == "__main__":
    main()
