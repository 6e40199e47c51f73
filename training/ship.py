"""One command from two checkpoints to everything that ships: model folders, GGUF twins, reference vectors, packs, answers, tables, cards.

    /usr/bin/python3 -m training.ship OUT --tuned training/checkpoints/tuned-final.pt --base training/checkpoints/base-final.pt
    /usr/bin/python3 -m training.ship OUT --tuned ... --limit 20 --only answers,tables        # parts of it, on fewer samples

OUT/models/demo-tuned, demo-base   for public/models (then: npx tsx scripts/catalog.ts)
OUT/gguf                           f16 and Q8_0 of the tuned model
OUT/packs                          held-out packs, sealed; soap-notes-demo.json is the one for public/packs
OUT/answers/{tuned,base}           predictions by torch, fp32
OUT/runs/{tuned,base}              runs of the product in Chromium: notes and short answers int8, multiple choice q8 (`bedside run`)
OUT/tables.md                      the product's scores of the runs (of the answers, without runs), and base against tuned with paired intervals
OUT/models/*/README.md             the cards, with these tables

Afterwards `node training/agreement.mjs OUT` compares Node and Chromium with torch, dtype by dtype.
"""
import argparse
import subprocess
from pathlib import Path

import torch

from . import answers, card, judge, targets
from .export_gguf import write_gguf
from .export import write_folder
from .make_packs import HELD_SPLITS, write_packs
from .agreement import prompts, write_prompts
from .packs import PACKS, read_pack
from .tokenizer import Tokenizer
from .train import load

TUNED_KINDS, BASE_KINDS = ("fp32", "q4f16", "int8", "q8", "q4"), ("int8", "q8", "q4")
OUR_PACKS = ("soap-notes-handwritten", "clinical-qa-demo")
ANSWERED = {"runs": "the product in Chromium on WebAssembly, `int8` for notes and short answers, `q8` for multiple choice", "answers": "torch in fp32"}
STEPS = ("models", "gguf", "packs", "answers", "runs", "tables", "cards", "agreement")


def checkpoints(args):
    return {name: path for name, path in (("tuned", args.tuned), ("base", args.base)) if path}


def export_models(args):
    for name, path in checkpoints(args).items():
        write_folder(args.out / "models" / f"demo-{name}", path, args.size, TUNED_KINDS if name == "tuned" else BASE_KINDS, vectors=name == "tuned")


def export_gguf(args):
    (args.out / "gguf").mkdir(parents=True, exist_ok=True)
    for kind in ("f16", "q8_0"):
        write_gguf(args.tuned, args.out / "gguf" / f"demo-tuned-{kind}.gguf", kind, args.size)


def make_packs(args):
    paths = write_packs(args.out / "packs", args.visits, args.visits, 48)
    subprocess.run(["npx", "tsx", "scripts/seal-pack.ts", *map(str, paths)], cwd=judge.ROOT, check=True)


def pack_paths(args):
    return [*sorted((args.out / "packs").glob("held-*.json")), *(PACKS / f"{name}.json" for name in OUR_PACKS)]


def write_answers(args):
    for name, path in checkpoints(args).items():
        model, tokenizer = load(path, args.size)[0], Tokenizer(path.parent / "tokenizer.json")
        answers.write_all(model, tokenizer, pack_paths(args), args.out / "answers" / name, args.limit)


def write_runs(args):
    """A run that was interrupted goes on."""
    for name in checkpoints(args):
        (args.out / "runs" / name).mkdir(parents=True, exist_ok=True)
        for path in pack_paths(args):
            pack = read_pack(path)
            dtype = "q8" if pack["solver"] == "rank-choices" else "int8"
            call = ["npx", "tsx", "src/cli/main.ts", "run", "--model", args.out / "models" / f"demo-{name}", "--dtype", dtype, "--pack", path.resolve(),
                    "--out", args.out / "runs" / name / f"{pack['id']}.jsonl", *(("--limit", str(args.limit)) if args.limit else ())]
            subprocess.run(list(map(str, call)), cwd=judge.ROOT, check=True)


def write_tables(args):
    kind = "runs" if (args.out / "runs").exists() else "answers"
    folders = [args.out / kind / name for name in ("tuned", "base")]
    visits = [args.out / "packs" / f"held-{split}.json" for split in HELD_SPLITS]
    text = targets.target_table(visits, folders[0], args.out / "narrowed") + "\n" + judge.tables(pack_paths(args), folders[0], folders[1] if folders[1].exists() else None)
    text = f"Answers: {ANSWERED[kind]}.\n\n" + text
    (args.out / "tables.md").write_text(text)
    print(text)


def write_cards(args):
    tables = (args.out / "tables.md").read_text()
    for name, path in checkpoints(args).items():
        (args.out / "models" / f"demo-{name}" / "README.md").write_text(card.card(name, torch.load(path), tables, args.size))


def write_agreement(args):
    write_prompts(args.out, load(args.tuned, args.size)[0], args.tuned.parent / "tokenizer.json", prompts(args.agreement))


DO = dict(zip(STEPS, (export_models, export_gguf, make_packs, write_answers, write_runs, write_tables, write_cards, write_agreement)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--tuned", type=Path, required=True)
    parser.add_argument("--base", type=Path, default=None)
    parser.add_argument("--size", default="5m")
    parser.add_argument("--visits", type=int, default=200, help="samples of each held-out pack")
    parser.add_argument("--limit", type=int, default=None, help="answer only the first so many samples of each pack")
    parser.add_argument("--agreement", type=int, default=120, help="prompts for the comparison of runtimes")
    parser.add_argument("--only", default=",".join(STEPS), help=f"some of {','.join(STEPS)}")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    args.out = args.out.resolve()
    torch.set_num_threads(args.threads)
    for step in args.only.split(","):
        print(f"== {step}", flush=True)
        DO[step](args)


if __name__ == "__main__":
    main()
