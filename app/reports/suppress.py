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
_REACH: Final = 3


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
) -> frozenset[Key]:
    """The keys not to show: numbers from 1 to `small` - 1, and as many others as it takes to protect them.

    Noughts are shown, and never hidden to protect others: the reader may count on a hidden cell being at least 1.
    `unpublished`: cells that stand in a sum and are shown to nobody; they need no protection.
    """
    away = set(unpublished) | {key for key, number in cells.items() if 0 < number < small}
    while True:
        exposed = _exposed(cells, sums, away, unpublished)
        if exposed is None:
            return frozenset(away)
        helper = _helper(cells, sums, away, exposed)
        if helper is None:
            return frozenset(key for key, number in cells.items() if number)
        away.add(helper)


def _helper(cells: Mapping[Key, int], sums: Sequence[Sum], away: set[Key], exposed: Key) -> Key | None:
    """The shown cell that helps most: in most sums with one hidden number alone, parts before wholes, then the
    smallest."""
    alone = [s for s in sums if sum(key in away for key in (*s.parts, s.whole)) == 1]
    near = [s for s in sums if exposed == s.whole or exposed in s.parts]
    for among in (alone, near, sums):
        helps: Counter[Key] = Counter()
        wholes = {one.whole for one in among}
        for one in among:
            helps.update(key for key in (*one.parts, one.whole) if key not in away and cells[key] > 0)
        if helps:
            return min(helps, key=lambda key: (-helps[key], key in wholes, cells[key], repr(key)))
    return None


def _exposed(
    cells: Mapping[Key, int], sums: Sequence[Sum], away: set[Key], unpublished: frozenset[Key]
) -> Key | None:
    """A hidden cell for which no other filling is found."""
    keys = sorted(away, key=repr)
    place = {key: n for n, key in enumerate(keys)}
    rows = [row for one in sums if any(row := _row(one, place))]
    moves = _moves(_free(rows, len(keys)))
    now = [cells[key] for key in keys]
    safe: set[int] = set()
    for move in moves:
        for sign in (1, -1):
            if all(have + sign * step >= (1 if step else 0) for have, step in zip(now, move, strict=True)):
                safe |= {n for n, step in enumerate(move) if step}
                break
    return next((key for n, key in enumerate(keys) if n not in safe and key not in unpublished), None)


def _row(one: Sum, place: Mapping[Key, int]) -> list[Fraction]:
    row = [Fraction(0)] * len(place)
    for key in one.parts:
        if key in place:
            row[place[key]] += 1
    if one.whole in place:
        row[place[one.whole]] -= 1
    return row


def _free(rows: list[list[Fraction]], width: int) -> list[list[Fraction]]:
    """A basis of the changes that leave every sum as it is (Gauss and Jordan, exact)."""
    rows = [row[:] for row in rows]
    pivots: list[int] = []
    for column in range(width):
        line = next((n for n in range(len(pivots), len(rows)) if rows[n][column]), None)
        if line is None:
            continue
        top = len(pivots)
        rows[top], rows[line] = rows[line], rows[top]
        scale = rows[top][column]
        rows[top] = [value / scale for value in rows[top]]
        for n, row in enumerate(rows):
            if n != top and row[column]:
                rows[n] = [a - row[column] * b for a, b in zip(row, rows[top], strict=True)]
        pivots.append(column)
    basis = []
    for free in (n for n in range(width) if n not in pivots):
        move = [Fraction(0)] * width
        move[free] = Fraction(1)
        for line, column in enumerate(pivots):
            move[column] = -rows[line][free]
        basis.append(move)
    return basis


def _moves(basis: list[list[Fraction]]) -> list[list[int]]:
    """The basis in whole numbers, and the sums and differences of its neighbours."""
    whole = [[int(v * math.lcm(*(x.denominator for x in move))) for v in move] for move in basis]
    mixed = [
        [a + sign * b for a, b in zip(one, other, strict=True)]
        for n, one in enumerate(whole)
        for other in whole[n + 1 : n + 1 + _REACH]
        for sign in (1, -1)
    ]
    return whole + mixed


def cross(rows: Sequence[str], columns: Sequence[str], whole: str) -> tuple[Sum, ...]:
    """The sums of a table of `rows` by `columns` with totals at both ends; keys are (row, column)."""
    return (
        *(Sum((r, whole), tuple((r, c) for c in columns)) for r in (*rows, whole)),
        *(Sum((whole, c), tuple((r, c) for r in rows)) for c in (*columns, whole)),
    )
