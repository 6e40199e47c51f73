"""Reference vectors made by torch in fp32, in the form the product reads (src/core/fidelity/reference.ts).

    /usr/bin/python3 -m training.fidelity public/models/demo-tuned          # any folder with an fp32 onnx/model.onnx of ours
    /usr/bin/python3 -m training.fidelity OUT --checkpoint training/checkpoints/tuned-final.pt

`fidelity.json` holds, for each prompt, its token ids, what torch writes greedily (at most LONGEST tokens, the end token included),
and the 20 likeliest tokens with their log-probabilities at each of these positions; and the log-likelihoods of multiple-choice letters.
"""
import argparse
import hashlib
import json
from pathlib import Path

import torch

from .generate import greedy_ended
from .onnx_weights import model_of
from .packs import choice_prompts, pack_prompts
from .tokenizer import Tokenizer
from .train import load

TOP, LONGEST, DECIMALS = 20, 64, 5
# from each pack: how many samples, evenly spread over it
NOTES = {"soap-notes-demo": 20, "soap-notes-handwritten": 8}
QUESTIONS, CHOICES = 8, 32


@torch.no_grad()
def prompt_vector(model, name, place, ids):
    answer = greedy_ended(model, ids, LONGEST)
    logits, _ = model.step(torch.tensor([ids + answer[:-1]]))
    likely = torch.log_softmax(logits[0, len(ids) - 1:].double(), -1).topk(TOP)
    positions = [[[token, round(min(0.0, value), DECIMALS)] for token, value in zip(t, v)] for t, v in zip(likely.indices.tolist(), likely.values.tolist())]
    assert [p[0][0] for p in positions] == answer
    return dict(id=name, **({"place": place} if place else {}), promptIds=ids, greedyIds=answer, positions=positions)


@torch.no_grad()
def choice_vector(model, tokenizer, place, prompt, letters, answer):
    ids, continuations, sums = tokenizer.prompt(prompt), [tokenizer.encode(letter) for letter in letters], []
    for tokens in continuations:
        logits, _ = model.step(torch.tensor([ids + tokens]))
        likely = torch.log_softmax(logits[0, len(ids) - 1:-1].double(), -1)
        sums.append(round(sum(likely[i, token].item() for i, token in enumerate(tokens)), DECIMALS))
    return dict(id=place["sampleId"], place=place, promptIds=ids, continuations=continuations, logLikelihoods=sums, answer=letters.index(answer))


def sha256(path):
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def fits(model, ids):
    return len(ids) + LONGEST <= model.config.context


def make(folder, model, model_id):
    folder = Path(folder)
    tokenizer = Tokenizer(folder / "tokenizer.json")
    prompts = [(place, prompt) for pack, n in NOTES.items() for place, prompt in pack_prompts(pack, n)]
    asked = list(choice_prompts("clinical-qa-demo", CHOICES))
    prompts += [(place, prompt) for place, prompt, _, _ in asked[::CHOICES // QUESTIONS]]
    vectors = [prompt_vector(model, place["sampleId"], place, ids) for place, ids in ((p, tokenizer.prompt(text)) for p, text in prompts) if fits(model, ids)]
    weights = folder / "onnx" / "model.onnx"
    return dict(
        schemaVersion=1, modelId=model_id, weights=dict(path="onnx/model.onnx", sha256=sha256(weights)), tokenizerSha256=sha256(folder / "tokenizer.json"),
        dtype="fp32", device="cpu", madeBy=f"training/fidelity.py, torch {torch.__version__}, CPU, one prompt at a time", prompts=vectors,
        choices=[choice_vector(model, tokenizer, *item) for item in asked],
    )


def write(folder, model, model_id):
    found, path = make(folder, model, model_id), Path(folder) / "fidelity.json"
    path.write_text(json.dumps(found, separators=(",", ":")) + "\n")
    print(f"{path}: {len(found['prompts'])} prompts, {sum(len(p['greedyIds']) for p in found['prompts'])} positions, {len(found['choices'])} choices, {path.stat().st_size / 1e3:.0f} kB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path, help="the model folder; fidelity.json is written there")
    parser.add_argument("--checkpoint", type=Path, default=None, help="weights from here; without it, from the folder's fp32 ONNX file")
    parser.add_argument("--size", default="5m")
    parser.add_argument("--id", default=None, help="the model's id in the catalogue; the folder's name unless given")
    args = parser.parse_args()
    model = load(args.checkpoint, args.size)[0] if args.checkpoint else model_of(args.folder / "onnx" / "model.onnx")
    write(args.folder, model, args.id or args.folder.resolve().name)


if __name__ == "__main__":
    main()
