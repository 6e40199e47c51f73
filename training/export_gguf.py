"""Writes a checkpoint as GGUF for llama.cpp runtimes: f16 or Q8_0, architecture "llama", tokenizer "gpt2" with the qwen2 pre-tokenizer.

    /usr/bin/python3 -m training.export_gguf training/checkpoints/tuned-final.pt OUT.gguf --kind q8_0

llama.cpp turns neighbouring dimensions (0,1), (2,3), ... where transformers turns (i, i + half), so the rows of q and k are put in
that order. It has no partial rotary: rope_freqs divides each frequency, and 1e30 stops the idle pairs.
"""
import argparse
import json
import struct
from pathlib import Path

import numpy as np

from .model import ACTIVE, active_frequencies
from .tokenizer import BOS, CHAT_TEMPLATE, END, PAD, SPECIAL
from .train import load

ALIGNMENT = 32
F32, F16, Q8_0 = 0, 1, 8
FILE_TYPE = {"f16": 1, "q8_0": 7}
U32, I32, F32_VALUE, BOOL, STRING, ARRAY = 4, 5, 6, 7, 8, 9


def _string(text):
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _value(value):
    """A metadata value with its type: ints are u32, lists hold strings or i32."""
    if isinstance(value, bool):
        return struct.pack("<IB", BOOL, value)
    if isinstance(value, int):
        return struct.pack("<II", U32, value)
    if isinstance(value, float):
        return struct.pack("<If", F32_VALUE, value)
    if isinstance(value, str):
        return struct.pack("<I", STRING) + _string(value)
    strings = isinstance(value[0], str)
    body = b"".join(_string(v) if strings else struct.pack("<i", v) for v in value)
    return struct.pack("<IIQ", ARRAY, STRING if strings else I32, len(value)) + body


def q8_0(array):
    """Blocks of 32 along the row: one half-precision scale, then 32 signed bytes."""
    blocks = array.reshape(-1, 32).astype(np.float32)
    scale = np.abs(blocks).max(1) / 127.0
    inverse = np.where(scale > 0, 1.0 / np.where(scale > 0, scale, 1), 0)
    packed = np.empty(len(blocks), dtype=np.dtype([("scale", "<f2"), ("q", "i1", 32)]))
    packed["scale"], packed["q"] = scale.astype(np.float16), np.round(blocks * inverse[:, None]).astype(np.int8)
    return packed.tobytes()


def interleaved(rows, heads):
    """Rows of q or k from (i, i + half) pairs to neighbouring pairs."""
    shape = rows.shape
    return rows.reshape(heads, 2, shape[0] // heads // 2, *shape[1:]).swapaxes(1, 2).reshape(shape)


def tensors(weights, config, kind):
    """[(name, array, type)]; vectors stay f32."""
    matrix = {"f16": F16, "q8_0": Q8_0}[kind]
    d, found = config.width, [("token_embd.weight", weights["embedding"], matrix), ("output_norm.weight", weights["norm"], F32)]
    full = config.theta ** (-np.arange(0, config.head, 2, dtype=np.float64) / config.head)
    factors = np.full(config.head // 2, 1e30)
    factors[:ACTIVE] = full[:ACTIVE] / active_frequencies(config).numpy().astype(np.float64)
    found.append(("rope_freqs.weight", factors, F32))
    for i in range(config.layers):
        w, name = (lambda key: weights[f"blocks.{i}.{key}"]), (lambda key: f"blk.{i}.{key}")
        for j, part in enumerate("qkv"):
            rows = slice(j * d, (j + 1) * d)
            order = (lambda a: interleaved(a, config.heads)) if part in "qk" else (lambda a: a)
            found.append((name(f"attn_{part}.weight"), order(w("qkv")[rows]), matrix))
            found.append((name(f"attn_{part}.bias"), order(w("qkv_bias")[rows]), F32))
        found += [
            (name("attn_norm.weight"), w("norm1"), F32), (name("ffn_norm.weight"), w("norm2"), F32), (name("attn_output.weight"), w("out"), matrix),
            (name("ffn_gate.weight"), w("gate_up")[:config.hidden], matrix), (name("ffn_up.weight"), w("gate_up")[config.hidden:], matrix),
            (name("ffn_down.weight"), w("down"), matrix),
        ]
    return found


def metadata(config, tokenizer, kind):
    tokens = sorted(tokenizer["model"]["vocab"], key=tokenizer["model"]["vocab"].get)
    return {
        "general.architecture": "llama", "general.name": "Bedside demonstration model", "general.file_type": FILE_TYPE[kind], "general.alignment": ALIGNMENT,
        "llama.context_length": config.context, "llama.embedding_length": config.width, "llama.block_count": config.layers,
        "llama.feed_forward_length": config.hidden, "llama.rope.dimension_count": config.head, "llama.rope.freq_base": config.theta,
        "llama.attention.head_count": config.heads, "llama.attention.head_count_kv": config.heads,
        "llama.attention.layer_norm_rms_epsilon": config.epsilon, "llama.vocab_size": config.vocabulary,
        "tokenizer.ggml.model": "gpt2", "tokenizer.ggml.pre": "qwen2", "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [3 if token in SPECIAL else 1 for token in tokens], "tokenizer.ggml.merges": tokenizer["model"]["merges"],
        "tokenizer.ggml.bos_token_id": BOS, "tokenizer.ggml.eos_token_id": END, "tokenizer.ggml.padding_token_id": PAD,
        "tokenizer.ggml.add_bos_token": False, "tokenizer.chat_template": CHAT_TEMPLATE,
    }


def write(path, meta, entries):
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(entries), len(meta)) + b"".join(_string(k) + _value(v) for k, v in meta.items())
    infos, data, offset = b"", [], 0
    for name, array, kind in entries:
        array = np.ascontiguousarray(array, np.float32)
        body = array.tobytes() if kind == F32 else array.astype(np.float16).tobytes() if kind == F16 else q8_0(array)
        shape = array.shape[::-1]  # fastest dimension first
        infos += _string(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, kind, offset)
        body += b"\0" * (-len(body) % ALIGNMENT)
        data.append(body)
        offset += len(body)
    start = head + infos
    Path(path).write_bytes(start + b"\0" * (-len(start) % ALIGNMENT) + b"".join(data))


def write_gguf(checkpoint, out, kind, size):
    model, _, _ = load(checkpoint, size)
    weights = {name: value.float().numpy() for name, value in model.state_dict().items()}
    tokenizer = json.loads((checkpoint.parent / "tokenizer.json").read_text())
    write(out, metadata(model.config, tokenizer, kind), tensors(weights, model.config, kind))
    print(f"{out}: {out.stat().st_size / 1e6:.2f} MB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="5m")
    parser.add_argument("--kind", choices=FILE_TYPE, default="q8_0")
    args = parser.parse_args()
    write_gguf(args.checkpoint, args.out, args.kind, args.size)


if __name__ == "__main__":
    main()
