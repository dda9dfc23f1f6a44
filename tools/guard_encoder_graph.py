"""The encoder as an ONNX graph with 8-bit weights, out of its layers as arrays; whole, or up to a layer."""

from __future__ import annotations

import itertools
import math
from pathlib import Path
from typing import Any

import numpy as np
import onnx  # type: ignore[import-not-found]
from onnx import TensorProto, helper, numpy_helper

HEADS, SIDE = 12, 32
WIDTH = HEADS * SIDE
LONGEST = 192
Arrays = dict[str, Any]


class Graph:
    """Nodes and constants in the order they are said."""

    def __init__(self, arrays: Arrays, epsilon: float) -> None:
        self.arrays, self.epsilon = arrays, epsilon
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def constant(self, name: str, values: Any) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, kind: str, inputs: list[str], *outputs: str, **how: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, list(outputs), name=f"{outputs[0]}_node", **how))
        return outputs[0]

    def normal(self, x: str, of: str, out: str) -> str:
        weight = self.constant(f"{out}_w", self.arrays[f"{of}.weight"])
        bias = self.constant(f"{out}_b", self.arrays[f"{of}.bias"])
        return self.node("LayerNormalization", [x, weight, bias], out, axis=-1, epsilon=self.epsilon)

    def linear(self, x: str, weight: Any, bias: Any, out: str) -> str:
        product = self.node("MatMul", [x, self.constant(f"{out}_w", weight.T.astype("f4"))], f"{out}_product")
        return self.node("Add", [product, self.constant(f"{out}_b", bias.astype("f4"))], out)

    def exact(self, x: str, of: str, out: str) -> str:
        """A small last layer, not quantised."""
        weight = self.constant(f"{out}_w", self.arrays[f"{of}.weight"].T.astype("f4"))
        return self.node("Gemm", [x, weight, self.constant(f"{out}_b", self.arrays[f"{of}.bias"])], out)

    def opening(self) -> str:
        table = self.arrays["e.word.weight"]
        scale = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-9).astype("f4")
        self.constant("table", np.round(table / scale).astype(np.int8))
        self.constant("table_scale", scale)
        self.constant("places", (self.arrays["e.pos"][:LONGEST] + self.arrays["e.typ"]).astype("f4"))
        self.constant("zero", np.array([0], dtype=np.int64))
        self.constant("thirds", np.array([WIDTH] * 3, dtype=np.int64))
        self.constant("by_head", np.array([0, HEADS, SIDE], dtype=np.int64))
        self.constant("in_row", np.array([0, WIDTH], dtype=np.int64))
        self.node("Cast", [self.node("Gather", ["table", "ids"], "rows")], "rows_f", to=TensorProto.FLOAT)
        self.node("Mul", ["rows_f", self.node("Gather", ["table_scale", "ids"], "scales")], "letters")
        self.node("Slice", ["places", "zero", self.node("Shape", ["ids"], "size")], "place")
        return self.normal(self.node("Add", ["letters", "place"], "sum"), "e.ln", "open")

    def layer(self, x: str, n: int) -> str:
        a, p = self.arrays, f"e.L.{n}."
        side = 1 / math.sqrt(SIDE)
        weight = np.concatenate([a[f"{p}q.weight"] * side, a[f"{p}k.weight"], a[f"{p}v.weight"]])
        bias = np.concatenate([a[f"{p}q.bias"] * side, a[f"{p}k.bias"], a[f"{p}v.bias"]])
        three = self.linear(x, weight, bias, f"three{n}")
        self.node("Split", [three, "thirds"], f"q{n}", f"k{n}", f"v{n}", axis=1)
        for name, order in (("q", (1, 0, 2)), ("k", (1, 2, 0)), ("v", (1, 0, 2))):
            rows = self.node("Reshape", [f"{name}{n}", "by_head"], f"{name}{n}_rows")
            self.node("Transpose", [rows], f"{name}{n}_turned", perm=order)
        match = self.node("MatMul", [f"q{n}_turned", f"k{n}_turned"], f"match{n}")
        share = self.node("Softmax", [match], f"share{n}", axis=-1)
        seen = self.node("MatMul", [share, f"v{n}_turned"], f"seen{n}")
        flat = self.node("Transpose", [seen], f"flat{n}", perm=(1, 0, 2))
        row = self.node("Reshape", [flat, "in_row"], f"row{n}")
        told = self.linear(row, a[f"{p}ao.weight"], a[f"{p}ao.bias"], f"told{n}")
        y = self.normal(self.node("Add", [x, told], f"more{n}"), f"{p}aln", f"attended{n}")
        wide = self.linear(y, a[f"{p}fi.weight"], a[f"{p}fi.bias"], f"wide{n}")
        bent = self.node("Gelu", [wide], f"bent{n}")
        narrow = self.linear(bent, a[f"{p}fo.weight"], a[f"{p}fo.bias"], f"narrow{n}")
        return self.normal(self.node("Add", [y, narrow], f"most{n}"), f"{p}oln", f"layer{n}")

    def closing(self, x: str) -> None:
        self.node("Softmax", [self.exact(x, "tok", "token_odds")], "tokens", axis=-1)
        mean = self.node("ReduceMean", [x, "zero"], "mean", keepdims=1)
        most = self.node("ReduceMax", [x, "zero"], "most", keepdims=1)
        both = self.node("Concat", [mean, most], "both", axis=1)
        self.node("Softmax", [self.exact(both, "doc", "text_odds")], "text", axis=-1)


def layers(model: bytes) -> Arrays:
    """Layers and heads of a whole graph that `write` made, out of 8 bits again: what more training can begin from."""
    kept = {i.name: numpy_helper.to_array(i) for i in onnx.load_from_string(model).graph.initializer}

    def matrix(name: str) -> Any:
        quantised, zero = kept[f"{name}_w_quantized"], kept[f"{name}_w_zero_point"]
        return ((quantised.astype("f4") - zero.astype("f4")) * kept[f"{name}_w_scale"]).T

    out: Arrays = {}
    for n in itertools.takewhile(lambda n: f"three{n}_b" in kept, itertools.count()):
        p, side = f"e.L.{n}.", math.sqrt(SIDE)
        for name, weight, bias in zip(
            "qkv", np.split(matrix(f"three{n}"), 3), np.split(kept[f"three{n}_b"], 3), strict=True
        ):
            grown = side if name == "q" else 1.0
            out[f"{p}{name}.weight"], out[f"{p}{name}.bias"] = weight * grown, bias * grown
        for name, made in (("ao", "told"), ("fi", "wide"), ("fo", "narrow")):
            out[f"{p}{name}.weight"], out[f"{p}{name}.bias"] = matrix(f"{made}{n}"), kept[f"{made}{n}_b"]
        for name, made in (("aln", "attended"), ("oln", "layer")):
            out[f"{p}{name}.weight"], out[f"{p}{name}.bias"] = kept[f"{made}{n}_w"], kept[f"{made}{n}_b"]
    for name, made in (("tok", "token_odds"), ("doc", "text_odds")):
        exact = f"{made}_w" in kept
        out[f"{name}.weight"] = kept[f"{made}_w"].T if exact else matrix(made)
        out[f"{name}.bias"] = kept[f"{made}_b"]
    return {name: np.ascontiguousarray(values, dtype="f4") for name, values in out.items()}


def write(arrays: Arrays, epsilon: float, layers: int, out: Path, *, heads: bool = True) -> None:
    """`heads` False: only the first `layers` layers, with what they make as the output "hidden"."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = Graph(arrays, epsilon)
    x = graph.opening()
    for n in range(layers):
        x = graph.layer(x, n)
    if heads:
        graph.closing(x)
        outputs = [("tokens", ["n", arrays["tok.bias"].size]), ("text", [1, 3])]
    else:
        graph.node("Identity", [x], "hidden")
        outputs = [("hidden", ["n", WIDTH])]
    made = helper.make_graph(
        graph.nodes,
        "guard",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    onnx.checker.check_model(model)
    full = out.with_suffix(".f32.onnx")
    onnx.save(model, str(full))
    quantize_dynamic(
        full,
        out,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )
    full.unlink()
