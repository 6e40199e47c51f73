"""Writes the bundled demo model as GGUF, from its own ONNX weights: the twin that tests hold llama.cpp against ONNX Runtime with.

    /usr/bin/python3 -m training.bundled_gguf public/models/demo-tuned e2e/fixtures/demo-tuned.Q8_0.gguf

Its tokenizer splits text by a pattern of its own, which llama.cpp does not know; the nearest it knows is qwen2's. Both give the
same tokens for plain sentences, and others at brackets and line ends: fit for tests of arithmetic, not to be offered as a model.
In the ONNX graph dimensions i and i + 8 turn together, the first 16 of a head only; in llama.cpp 2i and 2i + 1 do, all of them
(see export_gguf.py).
"""
import argparse
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from .export_gguf import F16, F32, Q8_0, write

PAIRS = 8
MATRIX = {"f16": F16, "q8_0": Q8_0}


def neighbouring(rows, heads):
    """Rows of q or k: dimensions 0, 8, 1, 9, ... first, then the idle ones as they are."""
    size = rows.shape[0] // heads
    order = [d for i in range(PAIRS) for d in (i, i + PAIRS)] + list(range(2 * PAIRS, size))
    return rows.reshape(heads, size, *rows.shape[1:])[:, order].reshape(rows.shape)


def tensors(weights, config, matrix):
    width, head = config["hidden_size"], config["head_dim"]
    full = config["rope_theta"] ** (-np.arange(0, head, 2, dtype=np.float64) / head)
    factors = np.full(head // 2, 1e30)
    factors[:PAIRS] = full[:PAIRS] / config["rope_theta"] ** (-np.arange(PAIRS, dtype=np.float64) / PAIRS)
    yield "token_embd.weight", weights["embed"], matrix
    yield "output_norm.weight", weights["nf"], F32
    yield "rope_freqs.weight", factors, F32
    for i in range(config["num_hidden_layers"]):
        w, name = (lambda key: weights[f"l{i}.{key}"]), (lambda key: f"blk.{i}.{key}")
        for j, part in enumerate("qkv"):
            rows = slice(j * width, (j + 1) * width)
            order = (lambda a: neighbouring(a, config["num_attention_heads"])) if part in "qk" else (lambda a: a)
            yield name(f"attn_{part}.weight"), order(w("wqkv").T[rows]), matrix
            yield name(f"attn_{part}.bias"), order(w("bqkv")[rows]), F32
        gate, up = np.split(w("w13").T, 2)
        yield name("attn_norm.weight"), w("n1"), F32
        yield name("ffn_norm.weight"), w("n2"), F32
        yield name("attn_output.weight"), w("wo").T, matrix
        yield name("ffn_gate.weight"), gate, matrix
        yield name("ffn_up.weight"), up, matrix
        yield name("ffn_down.weight"), w("w2").T, matrix


def metadata(config, tokenizer, template, file_type):
    vocabulary = tokenizer["model"]["vocab"]
    special = {token["content"] for token in tokenizer["added_tokens"]}
    tokens = [None] * config["vocab_size"]
    for token in tokenizer["added_tokens"]:
        tokens[token["id"]] = token["content"]
    for token, index in vocabulary.items():
        tokens[index] = token
    merges = [merge if isinstance(merge, str) else " ".join(merge) for merge in tokenizer["model"]["merges"]]
    return {
        "general.architecture": "llama", "general.name": "Bedside demo model, tuned", "general.license": "apache-2.0",
        "general.file_type": file_type, "general.alignment": 32,
        "llama.context_length": config["max_position_embeddings"], "llama.embedding_length": config["hidden_size"],
        "llama.block_count": config["num_hidden_layers"], "llama.feed_forward_length": config["intermediate_size"],
        "llama.rope.dimension_count": config["head_dim"], "llama.rope.freq_base": config["rope_theta"],
        "llama.attention.head_count": config["num_attention_heads"], "llama.attention.head_count_kv": config["num_key_value_heads"],
        "llama.attention.layer_norm_rms_epsilon": config["rms_norm_eps"], "llama.vocab_size": config["vocab_size"],
        "tokenizer.ggml.model": "gpt2", "tokenizer.ggml.pre": "qwen2", "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [3 if token in special else 1 for token in tokens], "tokenizer.ggml.merges": merges,
        "tokenizer.ggml.bos_token_id": config["bos_token_id"], "tokenizer.ggml.eos_token_id": config["eos_token_id"],
        "tokenizer.ggml.padding_token_id": config["pad_token_id"], "tokenizer.ggml.add_bos_token": False,
        "tokenizer.chat_template": template,
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kind", choices=MATRIX, default="q8_0")
    args = parser.parse_args()
    graph = onnx.load(args.model / "onnx/model.onnx").graph
    weights = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    config = json.loads((args.model / "config.json").read_text())
    tokenizer = json.loads((args.model / "tokenizer.json").read_text())
    template = json.loads((args.model / "tokenizer_config.json").read_text())["chat_template"]
    meta = metadata(config, tokenizer, template, 7 if args.kind == "q8_0" else 1)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    write(args.out, meta, list(tensors(weights, config, MATRIX[args.kind])))
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
