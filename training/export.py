"""Writes a checkpoint as a model folder that transformers.js loads, with reference vectors made by torch.

    /usr/bin/python3 -m training.export training/checkpoints/tuned-final.pt OUT --kinds fp32,q8,int8,q4,q4f16
"""
import argparse
import json
import shutil
from pathlib import Path

from . import fidelity
from .model import rotary_tables
from .onnx_graph import build
from .tokenizer import BOS, END, EOS, PAD
from .train import load

# file suffixes are those transformers.js derives from its dtype names; "q8" there means model_quantized
FILES = {"fp32": "model", "fp16": "model_fp16", "q8": "model_quantized", "int8": "model_int8", "q4": "model_q4", "q4f16": "model_q4f16"}


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


def write_folder(out, checkpoint, size, kinds, vectors):
    model, _, _ = load(checkpoint, size)
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    weights = {name: value.float().numpy() for name, value in model.state_dict().items()}
    cos, sin = (table.numpy() for table in rotary_tables(model.config))
    for kind in kinds:
        path = out / "onnx" / f"{FILES[kind]}.onnx"
        build(weights, model.config, cos, sin, kind, path)
        print(f"{kind}: {path.name}, {path.stat().st_size / 1e6:.2f} MB", flush=True)
    write_config(out, model.config)
    for name in ("tokenizer.json", "tokenizer_config.json"):
        shutil.copy(checkpoint.parent / name, out)
    if vectors:
        fidelity.write(out, model, out.name)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="5m")
    parser.add_argument("--kinds", default="fp32,q8,int8,q4,q4f16")
    parser.add_argument("--no-vectors", action="store_true")
    args = parser.parse_args()
    write_folder(args.out.resolve(), args.checkpoint, args.size, args.kinds.split(","), not args.no_vectors)


if __name__ == "__main__":
    main()
