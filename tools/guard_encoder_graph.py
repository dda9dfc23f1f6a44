"""The encoder as an ONNX graph with 8-bit weights, out of its layers as arrays; whole, or up to a layer.

Two trainings can stand in one graph as towers: the layers that neither has changed are gone through once, and the answer
is the mean of what both say, before it becomes probabilities.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import onnx  # type: ignore[import-not-found]
from onnx import TensorProto, helper, numpy_helper

HEADS, SIDE = 12, 32
WIDTH = HEADS * SIDE
LONGEST = 192
Arrays = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tower:
    """`even`: a factor for each column of what a linear layer is fed, by layer (guard_encoder_even.py)."""

    arrays: Arrays
    layers: int
    even: Arrays = field(default_factory=dict)


class Graph:
    """Nodes and constants in the order they are said. `mark` sets the names of a second tower apart."""

    def __init__(self, arrays: Arrays, epsilon: float) -> None:
        self.arrays, self.epsilon = arrays, epsilon
        self.even: Arrays = {}
        self.mark = ""
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
        """What is large in a column of x moves over to the weights, by the same factor."""
        if (factors := self.even.get(out.removesuffix(self.mark))) is not None:
            x = self.node(
                "Mul", [x, self.constant(f"{out}_even", (1 / factors).astype("f4"))], f"{out}_evened"
            )
            weight = weight * factors
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
        a, p, m = self.arrays, f"e.L.{n}.", f"{n}{self.mark}"
        side = 1 / math.sqrt(SIDE)
        weight = np.concatenate([a[f"{p}q.weight"] * side, a[f"{p}k.weight"], a[f"{p}v.weight"]])
        bias = np.concatenate([a[f"{p}q.bias"] * side, a[f"{p}k.bias"], a[f"{p}v.bias"]])
        three = self.linear(x, weight, bias, f"three{m}")
        self.node("Split", [three, "thirds"], f"q{m}", f"k{m}", f"v{m}", axis=1)
        for name, order in (("q", (1, 0, 2)), ("k", (1, 2, 0)), ("v", (1, 0, 2))):
            rows = self.node("Reshape", [f"{name}{m}", "by_head"], f"{name}{m}_rows")
            self.node("Transpose", [rows], f"{name}{m}_turned", perm=order)
        match = self.node("MatMul", [f"q{m}_turned", f"k{m}_turned"], f"match{m}")
        share = self.node("Softmax", [match], f"share{m}", axis=-1)
        seen = self.node("MatMul", [share, f"v{m}_turned"], f"seen{m}")
        flat = self.node("Transpose", [seen], f"flat{m}", perm=(1, 0, 2))
        row = self.node("Reshape", [flat, "in_row"], f"row{m}")
        told = self.linear(row, a[f"{p}ao.weight"], a[f"{p}ao.bias"], f"told{m}")
        y = self.normal(self.node("Add", [x, told], f"more{m}"), f"{p}aln", f"attended{m}")
        wide = self.linear(y, a[f"{p}fi.weight"], a[f"{p}fi.bias"], f"wide{m}")
        bent = self.node("Gelu", [wide], f"bent{m}")
        narrow = self.linear(bent, a[f"{p}fo.weight"], a[f"{p}fo.bias"], f"narrow{m}")
        return self.normal(self.node("Add", [y, narrow], f"most{m}"), f"{p}oln", f"layer{m}")

    def heads(self, x: str) -> tuple[str, str]:
        mean = self.node("ReduceMean", [x, "zero"], f"mean{self.mark}", keepdims=1)
        most = self.node("ReduceMax", [x, "zero"], f"most{self.mark}", keepdims=1)
        both = self.node("Concat", [mean, most], f"both{self.mark}", axis=1)
        return self.exact(x, "tok", f"token_odds{self.mark}"), self.exact(
            both, "doc", f"text_odds{self.mark}"
        )

    def towers(self, towers: Sequence[Tower]) -> None:
        x = self.opening()
        alike = _alike(towers)
        said = []
        for which, tower in enumerate(towers):
            self.arrays, self.even = tower.arrays, tower.even
            self.mark = "" if not which else chr(ord("a") + which)
            y = x
            for n in range(alike if which else 0, tower.layers):
                y = self.layer(y, n)
                if n < alike:
                    x = y
            said.append(self.heads(y))
        for out, odds in zip(("tokens", "text"), zip(*said, strict=True), strict=True):
            mean = odds[0] if len(odds) == 1 else self.node("Mean", list(odds), f"{out}_mean")
            self.node("Softmax", [mean], out, axis=-1)


def _alike(towers: Sequence[Tower]) -> int:
    """How many of the lowest layers are the same in all of them."""
    first = towers[0].arrays

    def same(n: int) -> bool:
        names = [name for name in first if name.startswith(f"e.L.{n}.")]
        return all(np.array_equal(first[name], t.arrays[name]) for t in towers for name in names)

    most = min(t.layers for t in towers)
    return next((n for n in range(most) if not same(n)), most) if len(towers) > 1 else 0


def layers(model: bytes) -> Arrays:
    """Layers and heads of a whole graph that `write` made (of its first tower), out of 8 bits again: what more training can
    begin from."""
    kept = {i.name: numpy_helper.to_array(i) for i in onnx.load_from_string(model).graph.initializer}

    def matrix(name: str) -> Any:
        quantised, zero = kept[f"{name}_w_quantized"], kept[f"{name}_w_zero_point"]
        weight = ((quantised.astype("f4") - zero.astype("f4")) * kept[f"{name}_w_scale"]).T
        return weight * kept.get(f"{name}_even", np.float32(1))

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


def write(towers: Sequence[Tower], epsilon: float, out: Path, *, heads: bool = True) -> None:
    """`heads` False: only the layers of the one tower, with what they make as the output "hidden"."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    graph = Graph(towers[0].arrays, epsilon)
    if heads:
        graph.towers(towers)
        outputs = [("tokens", ["n", towers[0].arrays["tok.bias"].size]), ("text", [1, 3])]
    else:
        x = graph.opening()
        for n in range(towers[0].layers):
            x = graph.layer(x, n)
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
