"""Colours, type and measures, read once from resources/theme/tokens.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources

MODES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The one place where a colour or a size has a number."""

    colours: dict[str, dict[str, str]]
    family: str
    type: dict[str, tuple[int, int]]
    size: dict[str, int]
    radius: dict[str, int]
    line: dict[str, int]
    grid: int


@cache
def load() -> Tokens:
    raw: dict[str, Any] = json.loads(resources.path("theme/tokens.json").read_text(encoding="utf-8"))
    return Tokens(
        colours={mode: raw[mode] for mode in MODES},
        family=raw["family"],
        type={name: (size, weight) for name, (size, weight) in raw["type"].items()},
        size=raw["size"],
        radius=raw["radius"],
        line=raw["line"],
        grid=raw["grid"],
    )
