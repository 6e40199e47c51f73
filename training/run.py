"""One command: tokenizer, base model, tuned model. Resumes by itself from the checkpoints it finds.

    /usr/bin/python3 -m training.run                      everything, from wherever it stands
    /usr/bin/python3 -m training.run --stop-after 300     stop at a checkpoint after that many steps (go on later)
    /usr/bin/python3 -m training.run --finish tuned --finish-steps 300    let the rate fall and write tuned-final.pt
"""
import argparse
from pathlib import Path

import torch

from . import tasks, tokenizer as bpe
from .cpu import Pool
from .model import SIZES
from .optimizer import Optimizer
from .splits import rng_for
from .train import ADAM_RATE, MUON_RATE, fresh, load, run_stage, save_small, tokenizer_at

HERE = Path(__file__).parent


def log(line):
    print(line, flush=True)


def make_tokenizer(folder, config):
    rng, texts = rng_for("train", "tokenizer"), []
    makers = [tasks.note_item] * 6 + [tasks.lookup_item, tasks.table_question_item, tasks.visit_choice_item, tasks.part_item]
    for i in range(9000):
        prompt, answer, _ = makers[i % len(makers)](rng)
        texts.append(prompt + "\n" + answer)
    tokens, merges = bpe.train_bpe(texts, config.vocabulary)
    bpe.save(folder, tokens, merges, config.context)


def stage_state(args, stage):
    """(model, optimizer, step, counts) from the stage's own checkpoint, else from the stage before, else fresh."""
    latest = args.folder / f"{stage}-latest.pt"
    if stage == "tuned" and not latest.exists():
        latest = args.folder / "resume.pt"  # the one the repository keeps
    if latest.exists():
        model, optimizer, saved = load(latest, args.size)
        return model, optimizer, saved["step"], saved["counts"]
    if stage == "base":
        model = fresh(args.size)
        return model, Optimizer(model, MUON_RATE, ADAM_RATE), 0, None
    model, optimizer, saved = load(args.folder / "base-latest.pt", args.size)
    return model, optimizer, 0, saved["counts"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", default="5m", choices=SIZES)
    parser.add_argument("--folder", type=Path, default=HERE / "checkpoints")
    parser.add_argument("--base-steps", type=int, default=150)
    parser.add_argument("--tuned-steps", type=int, default=6000)
    parser.add_argument("--stop-after", type=int, default=None, help="steps of this call")
    parser.add_argument("--finish", choices=["base", "tuned"], default=None)
    parser.add_argument("--finish-steps", type=int, default=200)
    parser.add_argument("--keep", action="store_true", help="write resume.pt, the small checkpoint for the repository, from tuned-latest.pt")
    parser.add_argument("--rate", type=float, default=1.0, help="share of the full learning rate: less to go on from a finished checkpoint")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--save-every", type=float, default=600, help="seconds")
    args = parser.parse_args()
    torch.set_num_threads(1)
    pool = Pool(args.threads)
    args.folder.mkdir(parents=True, exist_ok=True)
    if not (args.folder / "tokenizer.json").exists():
        make_tokenizer(args.folder, SIZES[args.size])
    tokenizer = tokenizer_at(args.folder)
    if args.finish:
        model, optimizer, step, counts = stage_state(args, args.finish)
        run_stage(model, optimizer, tokenizer, args.finish, step, args.finish_steps, args.folder, pool, finish=True, counts=counts, log=log, peak=args.rate)
        return
    if args.keep:
        save_small(args.folder / "tuned-latest.pt", args.folder / "resume.pt")
        return
    left = args.stop_after if args.stop_after is not None else 10 ** 9
    resumed = any((args.folder / name).exists() for name in ("tuned-latest.pt", "resume.pt"))
    for stage, planned in ((("base", args.base_steps),) if not resumed else ()) + (("tuned", args.tuned_steps),):
        model, optimizer, step, counts = stage_state(args, stage)
        steps = min(planned - step, left)
        if steps <= 0:
            continue
        log(f"{stage}: steps {step}..{step + steps} of {planned}, {model.parameter_count()} parameters")
        run_stage(model, optimizer, tokenizer, stage, step, steps, args.folder, pool, every_seconds=args.save_every, counts=counts, log=log, peak=args.rate)
        left -= steps


if __name__ == "__main__":
    main()
