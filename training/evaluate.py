"""Held-out evaluation with torch, fp32: notes on three splits, questions, multiple choice, tables.

    /usr/bin/python3 -m training.evaluate training/checkpoints/tuned-final.pt --notes 60 --questions 100
"""
import argparse
import json
import time
from pathlib import Path

import torch

from .generate import greedy_all
from .qa import ask_table, ask_visit, four_choices
from .scoring import score_note, table
from .splits import rng_for
from .tasks import APP_INSTRUCTION, TAGS, full_visit, transcript
from .train import load, tokenizer_at

NOTE_SPLITS = ("new-visits", "new-wordings", "new-conditions")


def held_notes(split, n, tags=TAGS[0]):
    """[(visit, prompt)]: the app's own prompt, medicines with real names only, as in the pack."""
    for i in range(n):
        rng = rng_for(split, f"evaluate-{i}")
        visit, dialogue = full_visit(rng, split, invented=0)
        yield visit, f"{APP_INSTRUCTION}\n{transcript(rng, dialogue, tags)}"


def held_questions(n, kind):
    """[(prompt, right answer)]: context questions are about new visits, in held-out wordings for half of them."""
    for i in range(n):
        rng = rng_for("new-visits", f"{kind}-{i}")
        if kind.startswith("visit"):
            visit, dialogue = full_visit(rng, "new-visits")
            question, answer, wrong, _ = ask_visit(rng, visit, held=i % 2 == 1)
            question = f"{transcript(rng, dialogue, TAGS[0])}\n{question}"
        else:
            question, answer, wrong = ask_table(rng, held=i % 2 == 1)
        if kind.endswith("choice"):
            question, answer, _, _ = four_choices(rng, question, answer, wrong)
        yield question, answer


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--size", default="5m")
    parser.add_argument("--notes", type=int, default=60)
    parser.add_argument("--questions", type=int, default=100)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--out", type=Path, default=None, help="write every output here as JSON")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model, _, saved = load(args.checkpoint, args.size)
    tokenizer, kept = tokenizer_at(args.checkpoint.parent), []
    print(f"{args.checkpoint.name}: {saved['stage']} step {saved['step']}, {saved['counts']['tokens'] / 1e6:.1f}M tokens", flush=True)
    for split in NOTE_SPLITS if args.notes else ():
        began = time.time()
        pairs = list(held_notes(split, args.notes))
        outputs = [tokenizer.decode(ids) for ids in greedy_all(model, [tokenizer.prompt(p) for _, p in pairs])]
        kept += [dict(split=split, prompt=p, output=o) for (_, p), o in zip(pairs, outputs)]
        print(f"== {split}, {args.notes} notes, {time.time() - began:.0f} s\n  " + "\n  ".join(table([score_note(v, o) for (v, _), o in zip(pairs, outputs)])), flush=True)
    for kind in ("visit-question", "visit-choice", "table-question", "table-choice") if args.questions else ():
        pairs = list(held_questions(args.questions, kind))
        outputs = [tokenizer.decode(ids) for ids in greedy_all(model, [tokenizer.prompt(p) for p, _ in pairs], 40)]
        same = (lambda o, a: o.strip()[:2] == a[:2]) if kind.endswith("choice") else (lambda o, a: o.strip().lower() == a.lower())
        for half, name in ((0, "known wording"), (1, "new wording")):
            right = [same(o, a) for i, (o, (_, a)) in enumerate(zip(outputs, pairs)) if i % 2 == half]
            print(f"== {kind}, {name}: {100 * sum(right) / len(right):.0f} % of {len(right)}", flush=True)
        kept += [dict(split=kind, prompt=p, output=o, answer=a) for (p, a), o in zip(pairs, outputs)]
    if args.out:
        args.out.write_text(json.dumps(kept, indent=1))


if __name__ == "__main__":
    main()
