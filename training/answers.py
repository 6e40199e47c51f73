"""Writes a model's answers to packs as predictions that `bedside score` and `bedside compare` read: torch, fp32, greedy.

    /usr/bin/python3 -m training.answers OUT --checkpoint training/checkpoints/tuned-final.pt FOLDER/*.json
    /usr/bin/python3 -m training.answers OUT --onnx public/models/demo-tuned FOLDER/*.json --limit 60

Notes and short answers are written greedily; multiple choice is ranked by the likelihood of the letter, as the product's solver does.
For the numbers of a shipped file in the product itself: `bedside run --model FOLDER --dtype int8 --pack ...`.
"""
import argparse
import json
import time
from pathlib import Path

import torch

from .generate import greedy_all
from .onnx_weights import model_of
from .packs import choice_prompt, note_prompt, plain_prompt, read_pack
from .tokenizer import Tokenizer
from .train import load

NOTE_TOKENS, ANSWER_TOKENS = 400, 48


@torch.no_grad()
def ranked(model, tokenizer, prompt, letters):
    """The likeliest letter. Letters of several tokens are not needed here."""
    logits, _ = model.step(torch.tensor([tokenizer.prompt(prompt)]))
    ids = [tokenizer.encode(letter) for letter in letters]
    assert all(len(one) == 1 for one in ids), letters
    return letters[max(range(len(letters)), key=lambda i: logits[0, -1, ids[i][0]].item())]


def answers(model, tokenizer, pack, limit=None):
    """[(sample id, answer)]; None where the prompt does not fit."""
    samples = pack["samples"][:limit]
    if pack["solver"] == "rank-choices":
        return [(s["id"], ranked(model, tokenizer, choice_prompt(s), [c["id"] for c in s["choices"]])) for s in samples]
    worded, longest = (note_prompt, NOTE_TOKENS) if pack["promptId"] == "soap-note" else (plain_prompt, ANSWER_TOKENS)
    prompts = [tokenizer.prompt(worded(s)) for s in samples]
    fits = [i for i, ids in enumerate(prompts) if len(ids) + longest <= model.config.context]
    out = dict(zip(fits, greedy_all(model, [prompts[i] for i in fits], longest)))
    return [(s["id"], tokenizer.decode(out[i]) if i in out else None) for i, s in enumerate(samples)]


def write_all(model, tokenizer, packs, out, limit=None):
    out.mkdir(parents=True, exist_ok=True)
    for path in packs:
        pack, began = read_pack(path), time.time()
        found = answers(model, tokenizer, pack, limit)
        lines = [json.dumps(dict(id=name, output=text), ensure_ascii=False) for name, text in found]
        (out / f"{pack['id']}.jsonl").write_text("\n".join(lines) + "\n")
        print(f"{out / pack['id']}.jsonl: {len(found)} answers, {time.time() - began:.0f} s", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("packs", type=Path, nargs="+")
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--onnx", type=Path, help="a model folder with an fp32 file, instead of a checkpoint")
    parser.add_argument("--size", default="5m")
    parser.add_argument("--limit", type=int, default=None, help="the first so many samples of each pack")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model = load(args.checkpoint, args.size)[0] if args.checkpoint else model_of(args.onnx / "onnx" / "model.onnx")
    tokenizer = Tokenizer((args.checkpoint.parent if args.checkpoint else args.onnx) / "tokenizer.json")
    write_all(model, tokenizer, args.packs, args.out, args.limit)


if __name__ == "__main__":
    main()
