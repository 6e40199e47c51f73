"""Writes the packs of held-out material: visits of each split, questions and multiple choice about visits nobody trained on.

    /usr/bin/python3 -m training.make_packs FOLDER --visits 200 --questions 200
    npx tsx scripts/seal-pack.ts FOLDER/*.json

A pack's samples depend on its name and number alone, so a longer pack begins with the shorter one.
"""
import argparse
import json
from pathlib import Path

from .facts import facts_of
from .note import write_note
from .qa import ask_table, ask_visit, four_choices
from .splits import SPLITS, rng_for
from .tasks import TAGS, full_visit, transcript

VERSION = "1.0.0"
HELD_SPLITS = [split for split in SPLITS if split != "train"]
DEMO_SPLITS = ["new-visits", "new-wordings", "new-conditions"]   # of the pack that ships and of the prompts that runtimes are compared on
CANARY = "BEDSIDE-CANARY-7d1f0c52-3b0e-4f0a-9a57-2c6b8e41d9aa do not train on this file"
STATEMENT = "The generator that trained this model also wrote these visits. No patient, no recording and no dataset is behind them."
REVIEW = "Links between symptoms, findings, tests and treatments author-checked from general knowledge; not reviewed by clinicians."
SPLIT_WORDS = {"new-visits": "new visits", "new-wordings": "new wordings", "new-conditions": "new conditions",
               "blind-wordings": "blind wordings"}


def fact_with_span(mark, fact, spans):
    fact = dict(fact)
    if mark in spans:
        line, (start, end) = spans[mark]
        fact["span"] = dict(line=line, start=start, end=end)
    return fact


def visit_sample(split, number):
    """One visit with its note and facts. Real medicine names only: invented ones are for training."""
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


def question_sample(kind, number):
    """A question about a visit (or, closed book, about nothing): every second one in a wording that training never used."""
    rng, held = rng_for("new-visits", f"{kind}-{number}"), number % 2 == 1
    name = f"{kind}-{number + 1:03d}"
    if kind.startswith("visit"):
        visit, dialogue = full_visit(rng, "new-visits", invented=0)
        question, answer, wrong, slot = ask_visit(rng, visit, held)
        before = transcript(rng, dialogue, TAGS[0]) + "\n"
    else:
        question, answer, wrong = ask_table(rng, held)
        before, slot = "", "table"
    found = dict(id=name, cluster=name, input=dict(messages=[dict(role="user", content=before + question)]))
    if kind.endswith("choice"):
        _, _, letter, choices = four_choices(rng, question, answer, wrong)
        found |= dict(choices=[dict(id=id, text=text) for id, text in zip("ABCD", choices)], answer=letter)
    else:
        found |= dict(target=[answer])
    return found | dict(meta=dict(wording="new" if held else "known", asks=slot.removeprefix("q_")))


def pack(name, title, description, seeds, samples, **how):
    return dict(
        schemaVersion=1, id=name, version=VERSION, title=title, description=description, language="en", licence="CC-BY-4.0",
        citation=f"Bedside authors (2026). {title}.",
        provenance=dict(kind="generated", statement=STATEMENT, review=REVIEW, generator=f"training/make_packs.py {VERSION}, {seeds}"),
        **how, canary=CANARY, samples=samples,
    )


NOTES = dict(promptId="soap-note", solver="generate", scorers=["facts", "rouge", "sections"])
OPEN = dict(promptId="plain", solver="generate", scorers=["exact"], sliceFields=["wording"])
CHOICE = dict(promptId="mcq-letter", solver="rank-choices", scorers=["choice"], sliceFields=["wording"])
QUESTIONS = {
    "visit-question": ("Questions about generated visits", "Short questions that the visit answers", OPEN),
    "visit-choice": ("Multiple choice about generated visits", "Questions with four choices that the visit answers", CHOICE),
    "table-question": ("Closed-book questions from tables", "Short questions about the facts of the training tables", OPEN),
    "table-choice": ("Closed-book multiple choice from tables", "Questions with four choices about the facts of the training tables", CHOICE),
}


def notes_pack(split, visits):
    return pack(
        f"held-{split}", f"SOAP notes, generated visits: {SPLIT_WORDS[split]}",
        f"{visits} generated visits that the demonstration model's training never saw: {SPLIT_WORDS[split]}. A score here says little about real visits.",
        f"split {split}, seeds pack-0 to pack-{visits - 1}", [visit_sample(split, number) for number in range(visits)], **NOTES, sliceFields=["specialty"],
    )


def demo_pack(visits):
    """The pack that ships with the page: an equal share from each split."""
    share = visits // len(DEMO_SPLITS)
    return pack(
        "soap-notes-demo", "SOAP notes, generated visits",
        "Generated visits that the demonstration model's training never saw: new visits, new wordings and new conditions, "
        f"{share} of each. They show how the tool works; a score here says little about real visits.",
        f"splits {', '.join(DEMO_SPLITS)}, seeds pack-0 to pack-{share - 1}",
        [visit_sample(split, number) for number in range(share) for split in DEMO_SPLITS], **NOTES, sliceFields=["split", "specialty"],
    )


def questions_pack(kind, how_many):
    title, words, how = QUESTIONS[kind]
    return pack(
        f"held-{kind}", title, f"{words}; half of them worded as in training, half in wordings that training never used.",
        f"split new-visits, seeds {kind}-0 to {kind}-{how_many - 1}", [question_sample(kind, number) for number in range(how_many)], **how,
    )


def write_packs(folder, visits, questions, demo):
    packs = [notes_pack(split, visits) for split in HELD_SPLITS] + [questions_pack(kind, questions) for kind in QUESTIONS]
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in packs + ([demo_pack(demo)] if demo else []):
        paths.append(folder / f"{one['id']}.json")
        paths[-1].write_text(json.dumps(one, indent=1, ensure_ascii=False) + "\n")
        print(f"{paths[-1]}: {len(one['samples'])} samples")
    return paths


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--visits", type=int, default=200, help="in the pack of each split")
    parser.add_argument("--questions", type=int, default=200, help="of each kind")
    parser.add_argument("--demo", type=int, default=48, help="visits of the pack that ships, all splits together")
    args = parser.parse_args()
    write_packs(args.folder, args.visits, args.questions, args.demo)


if __name__ == "__main__":
    main()
