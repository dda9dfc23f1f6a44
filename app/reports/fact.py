"""One thing counted in the logs: its value, what it was counted from, and what was missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from uuid import UUID

HUNDRED = 100
Number = Fraction | int
RowRef = tuple[str, UUID, Number]


@dataclass(frozen=True, slots=True)
class Fact:
    """`value`: exact, percent where it is a share, None when there is nothing to count.

    `counted` of `of` is the fraction behind a share; `n`: rows or participants behind the value; `missing` of them
    could not be counted because a field was empty. `rows`: (kind, id, amount) of every row counted. `by`: the value
    for each consultant. `numbers`: what the sentence that explains the figure needs besides.
    """

    value: Fraction | None
    n: int
    missing: int = 0
    counted: Number = 0
    of: Number = 0
    rows: Sequence[RowRef] = ()
    by: Mapping[str, Fraction] = field(default_factory=dict)
    numbers: Mapping[str, Number] = field(default_factory=dict)

    @property
    def missing_share(self) -> Fraction:
        """Of all rows that should have been counted, in percent."""
        whole = self.n + self.missing
        return Fraction(HUNDRED * self.missing, whole) if whole else Fraction(0)


def share(
    counted: Number, of: Number, rows: Sequence[RowRef] = (), *, n: int | None = None, missing: int = 0,
    by: Mapping[str, Fraction] | None = None, **numbers: Number,
) -> Fact:  # fmt: skip
    """`counted` of `of` in percent; no value of nothing."""
    value = Fraction(counted * HUNDRED) / Fraction(of) if of else None
    whole = int(of) if n is None else n
    return Fact(value, whole, missing, counted, of, rows, by or {}, numbers)


def count(number: Number, rows: Sequence[RowRef] = (), *, of: Number = 0) -> Fact:
    return Fact(Fraction(number), len(rows), counted=number, of=of, rows=rows)


NOTHING = Fact(None, 0)


def mean(values: Sequence[Number]) -> Fraction | None:
    return Fraction(sum(values, Fraction(0))) / len(values) if values else None


def median(values: Sequence[Number]) -> Fraction | None:
    """The middle one, or halfway between the two in the middle."""
    if not values:
        return None
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[middle])
    return Fraction(ordered[middle - 1] + ordered[middle]) / 2
