"""Prompts and torch's greedy answers in fp32, for the comparison of runtimes (agreement.mjs).

    /usr/bin/python3 -m training.agreement OUT --onnx public/models/demo-tuned --packs soap-notes-demo:40,clinical-qa-demo:64

writes OUT/agreement.json for a model folder that has an fp32 file, with samples of the product's packs; training.ship does so for a checkpoint.
"""
import argparse
import json
from pathlib import Path

from .generate import greedy_ended
from .make_packs import DEMO_SPLITS, question_sample, visit_sample
from .onnx_weights import model_of
from .packs import choice_prompts, note_prompt, choice_prompt, pack_prompts, plain_prompt, read
from .tokenizer import Tokenizer

LONGEST = 400


def prompts(how_many):
    """Three quarters notes, an equal share of each split; the rest questions and multiple choice."""
    notes = [note_prompt(visit_sample(DEMO_SPLITS[i % len(DEMO_SPLITS)], 1000 + i)) for i in range(how_many * 3 // 4)]
    asked = [(plain_prompt if i % 2 else choice_prompt)(question_sample("visit-question" if i % 2 else "visit-choice", 1000 + i)) for i in range(how_many - len(notes))]
    return notes + asked


def prompts_of_packs(packs):
    """"soap-notes-demo:40,clinical-qa-demo:64" -> prompts as the product words them."""
    found = []
    for part in packs.split(","):
        name, _, how_many = part.partition(":")
        chosen = choice_prompts if "choices" in read(name)[0] else pack_prompts
        found += [item[1] for item in chosen(name, int(how_many))]
    return found


def write_prompts(folder, model, tokenizer_path, texts):
    tokenizer, found = Tokenizer(tokenizer_path), []
    for text in texts:
        ids = tokenizer.prompt(text)
        found.append(dict(prompt=text, promptIds=ids, greedyIds=greedy_ended(model, ids, LONGEST)))
    path = Path(folder) / "agreement.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(found))
    print(f"{path}: {len(found)} prompts, {sum(len(one['greedyIds']) for one in found)} tokens")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--onnx", type=Path, required=True)
    parser.add_argument("--packs", default="soap-notes-demo:40,clinical-qa-demo:64")
    args = parser.parse_args()
    write_prompts(args.out, model_of(args.onnx / "onnx" / "model.onnx"), args.onnx / "tokenizer.json", prompts_of_packs(args.packs))


if __name__ == "__main__":
    main()
