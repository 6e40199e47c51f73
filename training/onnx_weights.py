"""Reads the weights of an fp32 ONNX file that was exported here back into the torch model."""
import numpy as np
import onnx
import torch
from onnx import numpy_helper

from .model import Config, Model

MATRICES = ("qkv", "out", "gate_up", "down")


def model_of(path, head=64):
    """The torch model with the weights of this fp32 file; for comparison and reference, not for training."""
    weights = {t.name: numpy_helper.to_array(t) for t in onnx.load(str(path)).graph.initializer}
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    vocabulary, width = weights["embedding"].shape
    config = Config(vocabulary=vocabulary, width=width, layers=layers, heads=width // head, hidden=weights["layers.0.down"].shape[0], context=len(weights["cos"]))
    model, state = Model(config), {"embedding": weights["embedding"], "norm": weights["norm"]}
    for i in range(layers):
        for name in ("norm1", "norm2", "qkv", "qkv_bias", "out", "gate_up", "down"):
            array = weights[f"layers.{i}.{name}"]
            state[f"blocks.{i}.{name}"] = array.T if name in MATRICES else array
    model.load_state_dict({name: torch.tensor(np.ascontiguousarray(array)) for name, array in state.items()})
    return model
