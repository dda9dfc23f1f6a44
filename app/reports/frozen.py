"""What was counted when a review began, as one text: two reviewers on two computers see the same numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from app.domain.review import one_text
from app.reports.fact import Fact, Number
from app.reports.fidelity import Computed, WhatIf
from app.reports.scale import Scale
from app.reports.silence import Silence

# Denominators stay small: a mean over many posts is exact to four digits, and no number is as long as a CPR.
_FINEST: Final = 1_000


def packed(items: tuple[Computed, ...], silent: tuple[Silence, ...] = ()) -> str:
    """Canonical JSON of numbers and codes: no row, no participant, no word anybody typed. `silent`: whose rows were
    wanting."""
    facts: dict[str, Any] = {}
    for one in items:
        if one.fact is not None:
            facts[one.item.fact] = _fact(one.fact)
        facts |= {name: _fact(fact) for name, fact in one.evidence.items()}
    told = {one.item.code: [one.proposal, one.why, _what_if(one.what_if)] for one in items}
    further = {one.item.code: [_what_if(more) for more in one.further] for one in items if one.further}
    lacking = [[one.person, one.since.isoformat() if one.since else None] for one in silent]
    return one_text({"facts": facts, "items": told, "further": further, "silent": lacking})


def silence(text: str) -> tuple[Silence, ...]:
    """Whose rows were wanting when it was counted; nobody's in a text from before that was kept."""
    return tuple(
        Silence(person, date.fromisoformat(since) if since else None)
        for person, since in json.loads(text).get("silent", [])
    )


def unpacked(scale: Scale, text: str) -> tuple[Computed, ...]:
    """The inverse, for the same scale; an item that was not told was not counted. Raises ValueError otherwise."""
    told = json.loads(text)
    if not isinstance(told, dict) or not isinstance(told.get("facts"), dict):
        raise ValueError("evidence")
    facts = {name: _read(fact) for name, fact in told["facts"].items()}
    found = []
    for item in scale.items:
        proposal, why, better = told["items"].get(item.code, [None, "not_counted", None])
        # A text kept before every higher score was told has no "further".
        further = tuple(_better(more) for more in told.get("further", {}).get(item.code, []))
        what_if = None if better is None else _better(better)
        evidence = {name: facts[name] for name in item.evidence if name in facts}
        found.append(Computed(item, facts.get(item.fact), proposal, why, evidence, what_if, further))
    return tuple(found)


def _number(value: Number) -> str:
    return str(Fraction(value).limit_denominator(_FINEST))


def _numbers(values: Mapping[str, Number]) -> dict[str, str]:
    return {name: _number(value) for name, value in values.items()}


def _fact(fact: Fact) -> dict[str, Any]:
    value = None if fact.value is None else _number(fact.value)
    return {
        "value": value, "n": fact.n, "missing": fact.missing, "counted": _number(fact.counted), "of": _number(fact.of),
        "by": _numbers(fact.by), "numbers": _numbers(fact.numbers),
    }  # fmt: skip


def _read(told: Mapping[str, Any]) -> Fact:
    value = None if told["value"] is None else Fraction(told["value"])
    return Fact(
        value, told["n"], told["missing"], Fraction(told["counted"]), Fraction(told["of"]),
        by={id: Fraction(one) for id, one in told["by"].items()},
        numbers={name: Fraction(one) for name, one in told["numbers"].items()},
    )  # fmt: skip


def _better(told: list[Any]) -> WhatIf:
    return WhatIf(Fraction(told[0]), told[1], tuple(told[2]))


def _what_if(better: WhatIf | None) -> list[Any] | None:
    return None if better is None else [_number(better.amount), better.score, list(better.besides)]
