"""Reads the weights of an fp32 ONNX file back into the torch model: of files made here, and of the first bundled model.

That one turned dimensions 0-15 of each head (i with i + 8) and left the rest; here dimension i turns with i + half. Both queries and
keys are put into the same new order, so their products are the same.
"""
import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import ACTIVE, Config, Model

# name in the first bundled file -> name here
EARLIER = {"n1": "norm1", "n2": "norm2", "wqkv": "qkv", "bqkv": "qkv_bias", "wo": "out", "w13": "gate_up", "w2": "down"}
MATRICES = ("qkv", "out", "gate_up", "down")


def _earlier_names(found):
    renamed = {"embedding": found["embed"], "norm": found["nf"]}
    for name, array in found.items():
        layer, _, part = name.partition(".")
        if part in EARLIER:
            renamed[f"layers.{layer[1:]}.{EARLIER[part]}"] = array
    return renamed


def _to_half_pairs(rows, heads):
    """Rows of q or k: [a: 8, b: 8, idle: rest] of each head -> [a, idle, b, idle], so that a and b are half a head apart."""
    head = rows.shape[0] // heads
    half, shape = head // 2, rows.shape
    order = [*range(ACTIVE), *range(2 * ACTIVE, ACTIVE + half), *range(ACTIVE, 2 * ACTIVE), *range(ACTIVE + half, head)]
    return rows.reshape(heads, head, *shape[1:])[:, order].reshape(shape)


def model_of(path, head=64):
    """The torch model with the weights of this fp32 file; for comparison and reference, not for training."""
    found = {t.name: numpy_helper.to_array(t) for t in onnx.load(str(path)).graph.initializer}
    earlier = "embed" in found
    context = len(found["cos"])
    weights = _earlier_names(found) if earlier else found
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    vocabulary, width = weights["embedding"].shape
    config = Config(vocabulary=vocabulary, width=width, layers=layers, heads=width // head, hidden=weights["layers.0.down"].shape[0], context=context)
    model, state = Model(config), {"embedding": weights["embedding"], "norm": weights["norm"]}
    for i in range(layers):
        for name in ("norm1", "norm2", "qkv", "qkv_bias", "out", "gate_up", "down"):
            array = weights[f"layers.{i}.{name}"]
            array = array.T if name in MATRICES else array
            if earlier and name in ("qkv", "qkv_bias"):
                q, k, v = np.split(array, 3)
                array = np.concatenate([_to_half_pairs(q, config.heads), _to_half_pairs(k, config.heads), v])
            state[f"blocks.{i}.{name}"] = array
    model.load_state_dict({name: torch.tensor(np.ascontiguousarray(array)) for name, array in state.items()})
    return model
