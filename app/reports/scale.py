"""A fidelity scale as data: items, thresholds, components, bands. A second scale is a second file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Final

import resources
from app.reports.facts import FACTS

LOWEST, HIGHEST = 1, 5
DEFAULT: Final = "ips25"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Condition:
    """A fact that must be at least (`least`) or at most `bound`."""

    fact: str
    least: bool
    bound: Fraction

    def met(self, value: Fraction | None) -> bool:
        if value is None:
            return False
        return value >= self.bound if self.least else value <= self.bound


@dataclass(frozen=True, slots=True)
class Level:
    """A score and all that must be met for it."""

    score: int
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Component:
    """One thing to tick. `blocked`: why it cannot be met here, or nothing."""

    code: str
    name: Words
    blocked: Words


@dataclass(frozen=True, slots=True)
class Item:
    """`kind`: computed, evidence or judgement. `levels`: from the best down. `least_n`: rows below which no score is
    proposed. `by_ticks`: score for 0, 1, 2 … ticks. `ceiling`: the best score that can be had here."""

    no: int
    code: str
    group: str
    kind: str
    name: Words
    fact: str
    unit: str
    levels: tuple[Level, ...]
    how: Words
    what_if: Words
    what_if_kind: str
    components: tuple[Component, ...]
    by_ticks: tuple[int, ...]
    choices: tuple[Words, ...]
    evidence: tuple[str, ...]
    adaptation: Words
    ceiling: int
    least_n: int
    checked: bool


@dataclass(frozen=True, slots=True)
class Band:
    code: str
    least: int
    name: Words


@dataclass(frozen=True, slots=True)
class Scale:
    """`bands`: from the best down. `evidence`: a sentence for each fact that is shown and scores nothing."""

    id: str
    version: str
    name: Words
    source: str
    groups: tuple[tuple[str, Words], ...]
    bands: tuple[Band, ...]
    evidence: Mapping[str, Words]
    items: tuple[Item, ...]

    def item(self, code: str) -> Item:
        return next(item for item in self.items if item.code == code)

    def band(self, total: int) -> Band:
        return next(band for band in self.bands if total >= band.least)


@cache
def load(id: str = DEFAULT) -> Scale:
    """The scale `resources/fidelity/ID.json`. Raises ValueError for one that names a fact nobody counts, and KeyError
    for one that is not there."""
    if id not in _ids():
        raise KeyError(id)
    return read(_told(id))


@cache
def _ids() -> frozenset[str]:
    return frozenset(file.stem for file in resources.path("fidelity").glob("*.json"))


def known(id: str) -> bool:
    """Whether this program has the scale; a newer one may have begun a review by another."""
    return id in _ids()


def shelf() -> tuple[Scale, ...]:
    """Every scale there is a file of, the usual one first."""
    return tuple(load(id) for id in sorted(_ids(), key=lambda id: (id != DEFAULT, id)))


def _told(id: str) -> dict[str, Any]:
    """A file may be based on another and say only what differs, item by item."""
    raw: dict[str, Any] = json.loads(resources.path(f"fidelity/{id}.json").read_text(encoding="utf-8"))
    if "based_on" not in raw:
        return raw
    whole = _told(raw["based_on"])
    own = raw.get("items", {})
    if unknown := own.keys() - {item["code"] for item in whole["items"]}:
        raise ValueError(min(unknown))
    items = [item | own.get(item["code"], {}) for item in whole["items"]]
    return whole | raw | {"items": items}


def read(raw: Mapping[str, Any]) -> Scale:
    """A scale from its data, checked: numbers 1 to n, known facts, levels from the best down."""
    items = tuple(_item(one) for one in raw["items"])
    _check(items, raw["evidence"])
    bands = tuple(Band(one["code"], int(one["min"]), one["name"]) for one in raw["bands"])
    groups = tuple((one["code"], one["name"]) for one in raw["groups"])
    return Scale(
        raw["id"], raw["version"], raw["name"], raw["source"], groups, bands, raw["evidence"], items
    )  # fmt: skip


def _check(items: tuple[Item, ...], evidence: Mapping[str, Words]) -> None:
    if [item.no for item in items] != list(range(1, len(items) + 1)):
        raise ValueError("item numbers")
    named = {c.fact for item in items for level in item.levels for c in level.conditions}
    shown = {fact for item in items for fact in item.evidence}
    asked = named | shown | {item.fact for item in items if item.fact}
    if wrong := sorted(asked - FACTS.keys() | shown - evidence.keys()):
        raise ValueError(wrong[0])
    for item in items:
        scores = [level.score for level in item.levels]
        if scores != sorted(scores, reverse=True) or (scores and scores[-1] != LOWEST):
            raise ValueError(item.code)


def _item(raw: Mapping[str, Any]) -> Item:
    what_if = raw.get("what_if", {})
    return Item(
        no=raw["no"], code=raw["code"], group=raw["group"], kind=raw["kind"], name=raw["name"],
        fact=raw.get("fact", ""), unit=raw.get("unit", ""), levels=_levels(raw), how=raw.get("how", {}),
        what_if=what_if.get("text", {}), what_if_kind=what_if.get("kind", ""),
        components=tuple(Component(c["code"], c["name"], c.get("blocked", {})) for c in raw.get("components", ())),
        by_ticks=tuple(raw.get("by_ticks", ())), choices=tuple(raw.get("choices", ())),
        evidence=tuple(raw.get("evidence", ())), adaptation=raw.get("adaptation", {}),
        ceiling=raw.get("ceiling", HIGHEST), least_n=raw.get("least_n", 1), checked=raw["status"] == "verified",
    )  # fmt: skip


def _levels(raw: Mapping[str, Any]) -> tuple[Level, ...]:
    """Thresholds as `at_most` or `at_least` for one fact, `levels` with several, or both."""
    found = [
        Level(int(score), (Condition(raw["fact"], key == "at_least", Fraction(bound)),))
        for key in ("at_most", "at_least")
        for score, bound in raw.get(key, {}).items()
    ]
    for one in raw.get("levels", ()):
        conditions = tuple(
            Condition(fact, which == "min", Fraction(bound)) for fact, which, bound in one["all"]
        )
        found.append(Level(one["score"], conditions))
    if found and found[-1].score != LOWEST:
        found.append(Level(LOWEST, ()))
    return tuple(found)
