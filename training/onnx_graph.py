"""The ONNX graph, built by hand in the layout that transformers.js wants (see its input and output names below).

Kinds: fp32; q8 and q4 (MatMulNBits, exact for log-probabilities); int8 (MatMulInteger, fastest on WASM); fp16 and q4f16 (half
precision activations and cache, for WebGPU with shader-f16).
"""
import numpy as np
import onnx
from onnx import TensorProto as T
from onnx import helper, numpy_helper

from .quantize import BLOCK, blockwise, per_row

BITS = {"q8": 8, "q4": 4, "q4f16": 4}
HALF = {"fp16", "q4f16"}


class Graph:
    def __init__(self, kind):
        self.kind, self.nodes, self.weights, self.constants = kind, [], [], {}
        self.real = np.float16 if kind in HALF else np.float32
        self.real_type = T.FLOAT16 if kind in HALF else T.FLOAT

    def weight(self, name, array):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def const(self, value, dtype=np.int64):
        array = np.array(value, dtype)
        key = (array.tobytes(), array.shape, str(array.dtype))
        if key not in self.constants:
            self.constants[key] = self.weight(f"const_{len(self.constants)}", array)
        return self.constants[key]

    def node(self, op, inputs, outputs=1, domain="", **attributes):
        names = [f"{op}_{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=f"{op}_{len(self.nodes)}", domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def linear(self, x, weight, name, bits=None):
        bits = bits or BITS.get(self.kind)
        if bits:
            q, scale = blockwise(weight, bits)
            return self.bits_matmul(x, self.weight(name + ".q", q), self.weight(name + ".scale", scale.astype(self.real)), weight.shape, bits)
        if self.kind == "int8":
            q, scale = per_row(weight)
            return self.integer_matmul(x, self.weight(name + ".q", q.T), self.weight(name + ".scale", scale))
        return self.node("MatMul", [x, self.weight(name, weight.T.astype(self.real))])

    def bits_matmul(self, x, q, scale, shape, bits):
        return self.node("MatMulNBits", [x, q, scale], domain="com.microsoft", K=shape[1], N=shape[0], bits=bits, block_size=BLOCK, accuracy_level=4)

    def integer_matmul(self, x, q, scale):
        xq, x_scale, x_zero = self.node("DynamicQuantizeLinear", [x], 3)
        y = self.node("Cast", [self.node("MatMulInteger", [xq, q, x_zero])], to=T.FLOAT)
        return self.node("Mul", [y, self.node("Mul", [x_scale, scale])])

    def rms_norm(self, x, weight, name, epsilon):
        """In fp32 whatever the kind: squares overflow half precision."""
        if self.kind in HALF:
            x = self.node("Cast", [x], to=T.FLOAT)
        mean = self.node("ReduceMean", [self.node("Mul", [x, x])], axes=[-1], keepdims=1)
        root = self.node("Sqrt", [self.node("Add", [mean, self.const(epsilon, np.float32)])])
        y = self.node("Mul", [self.node("Div", [x, root]), self.weight(name, weight)])
        return self.node("Cast", [y], to=self.real_type) if self.kind in HALF else y


def _embedding(g, table, config):
    """(stream, function that turns the last hidden state into logits); the table is stored once for both."""
    if g.kind == "int8":
        q, scale = per_row(table)
        g.weight("embedding.q", q), g.weight("embedding.scale", scale)
        rows = g.node("Cast", [g.node("Gather", ["embedding.q", "input_ids"], axis=0)], to=T.FLOAT)
        x = g.node("Mul", [rows, g.node("Unsqueeze", [g.node("Gather", ["embedding.scale", "input_ids"], axis=0), g.const([2])])])
        return x, lambda h: g.integer_matmul(h, g.node("Transpose", ["embedding.q"], perm=[1, 0]), "embedding.scale")
    if g.kind in BITS:
        q, scale = blockwise(table, 8)  # 8 bits also at q4: the tied table is both input and output
        g.weight("embedding.q", q), g.weight("embedding.scale", scale.astype(g.real))
        rows = g.node("Cast", [g.node("Gather", ["embedding.q", "input_ids"], axis=0)], to=g.real_type)
        rows = g.node("Sub", [rows, g.const(128, g.real)])
        scales = g.node("Gather", [g.node("Reshape", ["embedding.scale", g.const([config.vocabulary, config.width // BLOCK, 1])]), "input_ids"], axis=0)
        x = g.node("Reshape", [g.node("Mul", [rows, scales]), g.const([0, 0, config.width])])
        return x, lambda h: g.bits_matmul(h, "embedding.q", "embedding.scale", table.shape, 8)
    g.weight("embedding", table.astype(g.real))
    x = g.node("Gather", ["embedding", "input_ids"], axis=0)
    return x, lambda h: g.node("MatMul", [h, g.node("Transpose", ["embedding"], perm=[1, 0])])


def build(weights, config, cos, sin, kind, path):
    """weights: numpy arrays by the model's own names; cos, sin: [context, head / 2]."""
    g, d, heads, head = Graph(kind), config.width, config.heads, config.head
    turn = lambda name, table: g.node("Unsqueeze", [g.node("Gather", [g.weight(name, table.astype(g.real)), "position_ids"], axis=0), g.const([1])])
    cosines, sines = turn("cos", cos), turn("sin", sin)
    new = g.node("Gather", [g.node("Shape", ["input_ids"]), g.const(1)], axis=0)
    past = g.node("Gather", [g.node("Shape", ["past_key_values.0.key"]), g.const(2)], axis=0)
    total = g.node("Add", [past, new])
    keys = g.node("Unsqueeze", [g.node("Range", [g.const(0), total, g.const(1)]), g.const([0])])
    queries = g.node("Unsqueeze", [g.node("Range", [past, total, g.const(1)]), g.const([1])])
    real_text = g.node("Unsqueeze", [g.node("Cast", ["attention_mask"], to=T.BOOL), g.const([1])])
    seen = g.node("And", [g.node("LessOrEqual", [keys, queries]), real_text])
    bias = g.node("Unsqueeze", [g.node("Where", [seen, g.const(0, g.real), g.const(-3e4 if kind in HALF else -1e9, g.real)]), g.const([1])])

    def rotate(x):
        a, b = g.node("Split", [x, g.const([head // 2, head // 2])], 2, axis=3)
        first = g.node("Sub", [g.node("Mul", [a, cosines]), g.node("Mul", [b, sines])])
        return g.node("Concat", [first, g.node("Add", [g.node("Mul", [b, cosines]), g.node("Mul", [a, sines])])], axis=3)

    to_heads = lambda x: g.node("Transpose", [g.node("Reshape", [x, g.const([0, 0, heads, head])])], perm=[0, 2, 1, 3])
    x, logits_of = _embedding(g, weights["embedding"], config)
    for i in range(config.layers):
        w, p = (lambda name: weights[f"blocks.{i}.{name}"]), f"layers.{i}."
        y = g.linear(g.rms_norm(x, w("norm1"), p + "norm1", config.epsilon), w("qkv"), p + "qkv")
        y = g.node("Add", [y, g.weight(p + "qkv_bias", w("qkv_bias").astype(g.real))])
        q, k, v = g.node("Split", [y, g.const([d, d, d])], 3, axis=2)
        q, k, v = rotate(to_heads(q)), rotate(to_heads(k)), to_heads(v)
        for name, fresh in (("key", k), ("value", v)):
            g.nodes.append(helper.make_node("Concat", [f"past_key_values.{i}.{name}", fresh], [f"present.{i}.{name}"], axis=2, name=f"cache_{i}_{name}"))
        scores = g.node("MatMul", [g.node("Mul", [q, g.const(head ** -0.5, g.real)]), g.node("Transpose", [f"present.{i}.key"], perm=[0, 1, 3, 2])])
        o = g.node("MatMul", [g.node("Softmax", [g.node("Add", [scores, bias])], axis=-1), f"present.{i}.value"])
        o = g.node("Reshape", [g.node("Transpose", [o], perm=[0, 2, 1, 3]), g.const([0, 0, d])])
        x = g.node("Add", [x, g.linear(o, w("out"), p + "out")])
        h = g.linear(g.rms_norm(x, w("norm2"), p + "norm2", config.epsilon), w("gate_up"), p + "gate_up")
        gate, up = g.node("Split", [h, g.const([config.hidden, config.hidden])], 2, axis=2)
        silu = g.node("Mul", [gate, g.node("Sigmoid", [gate])])
        x = g.node("Add", [x, g.linear(g.node("Mul", [silu, up]), w("down"), p + "down")])
    # num_logits_to_keep = 0 keeps all positions: a start of -0 is 0
    start = g.node("Unsqueeze", [g.node("Neg", ["num_logits_to_keep"]), g.const([0])])
    x = g.node("Slice", [x, start, g.const([2 ** 62]), g.const([1])])
    logits = logits_of(g.rms_norm(x, weights["norm"], "norm", config.epsilon))
    g.nodes.append(helper.make_node("Cast", [logits], ["logits"], to=T.FLOAT) if kind in HALF else helper.make_node("Identity", [logits], ["logits"]))
    _write(g, config, path)


def _write(g, config, path):
    value = helper.make_tensor_value_info
    inputs = [value("input_ids", T.INT64, ["batch_size", "sequence_length"]), value("attention_mask", T.INT64, ["batch_size", "total_sequence_length"]),
              value("position_ids", T.INT64, ["batch_size", "sequence_length"]), value("num_logits_to_keep", T.INT64, [])]
    outputs = [value("logits", T.FLOAT, ["batch_size", "num_logits", "vocabulary"])]
    for i in range(config.layers):
        for name in ("key", "value"):
            inputs.append(value(f"past_key_values.{i}.{name}", g.real_type, ["batch_size", config.heads, "past_sequence_length", config.head]))
            outputs.append(value(f"present.{i}.{name}", g.real_type, ["batch_size", config.heads, "total_sequence_length", config.head]))
    graph = helper.make_graph(g.nodes, "llama", inputs, outputs, g.weights)
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="bedside-training"), str(path))
