"""Writes a checkpoint as a model folder that transformers.js loads, with reference vectors made by torch.

    /usr/bin/python3 -m training.export training/checkpoints/tuned-final.pt OUT --kinds fp32,q8,int8,q4,q4f16
"""
import argparse
import json
import shutil
from pathlib import Path

import torch

from .evaluate import held_notes, held_questions
from .generate import greedy
from .model import rotary_tables
from .onnx_graph import build
from .tokenizer import BOS, END, EOS, PAD
from .train import load, tokenizer_at

# file suffixes are those transformers.js derives from its dtype names; "q8" there means model_quantized
FILES = {"fp32": "model", "fp16": "model_fp16", "q8": "model_quantized", "int8": "model_int8", "q4": "model_q4", "q4f16": "model_q4f16"}
TOP, POSITIONS = 20, 8


def write_config(folder, config):
    llama = dict(
        architectures=["LlamaForCausalLM"], model_type="llama", vocab_size=config.vocabulary, hidden_size=config.width,
        intermediate_size=config.hidden, num_hidden_layers=config.layers, num_attention_heads=config.heads,
        num_key_value_heads=config.heads, head_dim=config.head, max_position_embeddings=config.context, rms_norm_eps=config.epsilon,
        rope_theta=config.theta, tie_word_embeddings=True, hidden_act="silu", attention_bias=True, mlp_bias=False,
        bos_token_id=BOS, eos_token_id=END, pad_token_id=PAD, torch_dtype="float32",
    )
    (folder / "config.json").write_text(json.dumps(llama, indent=1))
    generation = dict(bos_token_id=BOS, eos_token_id=[END, EOS], pad_token_id=PAD, max_new_tokens=400, do_sample=False)
    (folder / "generation_config.json").write_text(json.dumps(generation, indent=1))


@torch.no_grad()
def reference_vectors(model, tokenizer, how_many=36):
    """Greedy answers, and the 20 likeliest tokens at their first positions, in fp32 by torch: what other runtimes are held to."""
    notes = how_many // 2
    prompts = [p for _, p in held_notes("new-visits", notes)] + [p for p, _ in held_questions(how_many - notes, "visit-choice")]
    found = []
    for text in prompts:
        ids = tokenizer.prompt(text)
        answer = greedy(model, [ids])[0]
        logits, _ = model.step(torch.tensor([ids + answer[:POSITIONS - 1]]))
        likely = torch.log_softmax(logits[0, len(ids) - 1:], -1).topk(TOP)
        top = [[[token, round(value, 5)] for token, value in zip(t, v)] for t, v in zip(likely.indices.tolist(), likely.values.tolist())]
        found.append(dict(prompt=text, promptIds=ids, greedyIds=answer, top=top))
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="5m")
    parser.add_argument("--kinds", default="fp32,q8,int8,q4,q4f16")
    parser.add_argument("--no-vectors", action="store_true")
    args = parser.parse_args()
    model, _, saved = load(args.checkpoint, args.size)
    (args.out / "onnx").mkdir(parents=True, exist_ok=True)
    weights = {name: value.float().numpy() for name, value in model.state_dict().items()}
    cos, sin = (table.numpy() for table in rotary_tables(model.config))
    for kind in args.kinds.split(","):
        path = args.out / "onnx" / f"{FILES[kind]}.onnx"
        build(weights, model.config, cos, sin, kind, path)
        print(f"{kind}: {path.name}, {path.stat().st_size / 1e6:.2f} MB", flush=True)
    write_config(args.out, model.config)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(args.checkpoint.parent / name, args.out)
    if not args.no_vectors:
        vectors = reference_vectors(model, tokenizer_at(args.checkpoint.parent))
        (args.out / "reference.json").write_text(json.dumps(dict(stage=saved["stage"], step=saved["step"], tokens=saved["counts"]["tokens"], vectors=vectors)))


if __name__ == "__main__":
    main()
