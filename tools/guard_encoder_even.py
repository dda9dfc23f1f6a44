"""What each linear layer is fed, column by column, so that 8 bits are enough for all of it.

A few columns are tens of times larger than the rest, and one scale for a whole table of 8-bit numbers leaves the small
ones a step or two. A column divided by a factor, and its weights multiplied by it, say the same, and both fit (Xiao et
al. 2023, SmoothQuant). On the validation part the 8-bit encoder then judges as the exact one: docs/guard.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from onnx import TensorProto, helper  # type: ignore[import-not-found]

from tools.guard_encoder_graph import Arrays, Graph

# The share of a column's size that moves over to its weights; measured: 0.35 spoils, 0.65 to 0.8 are as good as exact.
MOVED = 0.75
_MOST = 50.0


class _Watched(Graph):
    """Also remembers what each linear layer is fed, and its weights' largest number in each column."""

    def __init__(self, arrays: Arrays, epsilon: float) -> None:
        super().__init__(arrays, epsilon)
        self.fed: dict[str, str] = {}
        self.weights: Arrays = {}

    def linear(self, x: str, weight: Any, bias: Any, out: str) -> str:
        self.fed[out], self.weights[out] = x, np.abs(weight).max(0)
        return super().linear(x, weight, bias, out)


def factors(arrays: Arrays, epsilon: float, layers: int, read: Iterable[Sequence[int]]) -> Arrays:
    """For each linear layer a factor for each column of what it is fed. `read`: stretches as piece numbers."""
    import onnxruntime

    graph = _Watched(arrays, epsilon)
    x = graph.opening()
    for n in range(layers):
        x = graph.layer(x, n)
    names = sorted(set(graph.fed.values()))
    made = helper.make_graph(
        graph.nodes,
        "fed",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    most: Arrays = dict.fromkeys(names, np.float32(0))
    for pieces in read:
        for name, values in zip(names, session.run(names, {"ids": np.array(pieces, np.int64)}), strict=True):
            most[name] = np.maximum(most[name], np.abs(values).max(0))
    return {out: _factors(most[x], graph.weights[out]) for out, x in graph.fed.items()}


def _factors(fed: Any, weights: Any) -> Any:
    of, by = (np.maximum(one / np.median(one), 1e-3) for one in (fed, weights))
    return np.clip(of**MOVED / by ** (1 - MOVED), 1 / _MOST, _MOST).astype("f4")
