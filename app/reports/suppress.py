"""Small numbers hidden so that no sum gives them away: fewer than five, and what would reveal them.

A table is cells and sums of cells; everything that is published together, or could be laid side by side, belongs in
one call. A hidden cell is safe when another whole filling of the hidden cells agrees with everything that is shown.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

SMALL: Final = 5
Key = Hashable


@dataclass(frozen=True, slots=True)
class Sum:
    """`whole` equals its `parts` added up."""

    whole: Key
    parts: tuple[Key, ...]


def hidden(
    cells: Mapping[Key, int],
    sums: Sequence[Sum],
    *,
    small: int = SMALL,
    unpublished: frozenset[Key] = frozenset(),
    told: frozenset[Key] = frozenset(),
    kept: frozenset[Key] = frozenset(),
) -> frozenset[Key]:
    """The keys not to show: numbers from 1 to `small` - 1, and as many others as it takes to protect them.

    Noughts are shown, and never hidden to protect others: the reader may count on a hidden cell being at least 1.
    `unpublished`: cells that stand in a sum and are shown to nobody; they need no protection. `told`: cells somebody has
    already, which can protect nothing any more. `kept`: cells that were hidden before, and stay so.
    """
    away = set(unpublished | kept) | {key for key, number in cells.items() if 0 < number < small} - told
    while True:
        exposed = _alone(sums, away, unpublished) or _exposed(cells, sums, away, unpublished)
        if exposed is None:
            return frozenset(away)
        helper = _helper(cells, sums, away, exposed, unpublished, told)
        if helper is None:
            return frozenset(key for key, number in cells.items() if number) - told
        away.add(helper)


def _alone(sums: Sequence[Sum], away: set[Key], unpublished: frozenset[Key]) -> Key | None:
    """A hidden cell that is the only one of a sum: plainly told, and found without solving anything."""
    for one in sums:
        gone = _gone(one, away)
        if len(gone) == 1 and gone[0] not in unpublished:
            return gone[0]
    return None


def _helper(
    cells: Mapping[Key, int], sums: Sequence[Sum], away: set[Key], exposed: Key, unpublished: frozenset[Key],
    told: frozenset[Key],
) -> Key | None:  # fmt: skip
    """The shown cell that helps most: in most sums with one hidden number alone, parts before wholes, then the
    smallest; of the exposed cell's own sums first, then of those they hang together with."""
    alone = [s for s in sums if len(gone := _gone(s, away)) == 1 and gone[0] not in unpublished]
    near = [s for s in sums if exposed == s.whole or exposed in s.parts]
    linked = {key for one in near for key in _gone(one, away)}
    around = [s for s in sums if not linked.isdisjoint(_gone(s, away))]
    for among in ([s for s in alone if s in near], near, around, sums):
        helps: Counter[Key] = Counter()
        wholes = {one.whole for one in among}
        for one in among:
            weight = 1 + (one in alone)
            free = (k for k in (*one.parts, one.whole) if k not in away and k not in told and cells[k] > 0)
            helps.update(dict.fromkeys(free, weight))
        if helps:
            return min(helps, key=lambda key: (-helps[key], key in wholes, cells[key], repr(key)))
    return None


def _gone(one: Sum, away: set[Key]) -> list[Key]:
    return [key for key in (*one.parts, one.whole) if key in away]


def _exposed(
    cells: Mapping[Key, int], sums: Sequence[Sum], away: set[Key], unpublished: frozenset[Key]
) -> Key | None:
    """A hidden cell for which no other filling is found."""
    keys = sorted(away, key=repr)
    place = {key: n for n, key in enumerate(keys)}
    rows = [row for one in sums if (row := _row(one, place))]
    now = [cells[key] for key in keys]
    safe: set[int] = set()
    for move in _moves(_free(rows, len(keys))):
        if any(all(now[n] + sign * step >= 1 for n, step in move.items() if step) for sign in (1, -1)):
            safe |= {n for n, step in move.items() if step}
    return next((key for n, key in enumerate(keys) if n not in safe and key not in unpublished), None)


Row = dict[int, Fraction]


def _row(one: Sum, place: Mapping[Key, int]) -> Row:
    row: Row = {}
    for key, sign in (*((part, 1) for part in one.parts), (one.whole, -1)):
        if key in place:
            row[place[key]] = row.get(place[key], Fraction(0)) + sign
    return {column: value for column, value in row.items() if value}


def _free(rows: list[Row], width: int) -> list[Row]:
    """A basis of the changes that leave every sum as it is (Gauss and Jordan, exact; rows hold what is not 0)."""
    solved: dict[int, Row] = {}
    for row in rows:
        left = row
        for column in [c for c in left if c in solved]:
            left = _less(left, solved[column], left.get(column, Fraction(0)))
        if not left:
            continue
        pivot = min(left)
        left = {c: v / left[pivot] for c, v in left.items()}
        for column, other in solved.items():
            if pivot in other:
                solved[column] = _less(other, left, other[pivot])
        solved[pivot] = left
    basis = []
    for free in (n for n in range(width) if n not in solved):
        move = {free: Fraction(1)}
        move |= {pivot: -row[free] for pivot, row in solved.items() if free in row}
        basis.append(move)
    return basis


def _less(row: Row, other: Row, times: Fraction) -> Row:
    """`row` less `times` the other."""
    if not times:
        return row
    made = dict(row)
    for column, value in other.items():
        made[column] = made.get(column, Fraction(0)) - times * value
    return {column: value for column, value in made.items() if value}


def _moves(basis: list[Row]) -> list[dict[int, int]]:
    """The basis in whole numbers, and the sums and differences of those that meet."""
    whole = []
    for move in basis:
        scale = math.lcm(*(v.denominator for v in move.values()))
        whole.append({n: int(v * scale) for n, v in move.items()})
    mixed = [
        {n: one.get(n, 0) + sign * other.get(n, 0) for n in one.keys() | other.keys()}
        for k, one in enumerate(whole)
        for other in whole[k + 1 :]
        if not one.keys().isdisjoint(other)
        for sign in (1, -1)
    ]
    return whole + mixed


def cross(rows: Sequence[str], columns: Sequence[str], whole: str) -> tuple[Sum, ...]:
    """The sums of a table of `rows` by `columns` with totals at both ends; keys are (row, column)."""
    return (
        *(Sum((r, whole), tuple((r, c) for c in columns)) for r in (*rows, whole)),
        *(Sum((whole, c), tuple((r, c) for r in rows)) for c in (*columns, whole)),
    )
