"""What leaves the team: nobody who lays all tables side by side can work out a hidden number."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports.suppress import Key, Sum, cross, hidden

ROWS, COLUMNS, ALL = ("a", "b", "c"), ("x", "y"), "all"


def table(numbers: list[int]) -> dict[Key, int]:
    """Three rows by two columns, with totals."""
    cells = dict(zip(product(ROWS, COLUMNS), numbers, strict=True))
    return _summed(cells)


def _summed(cells: dict[tuple[str, str], int]) -> dict[Key, int]:
    whole: dict[Key, int] = {key: number for key, number in cells.items()}  # noqa: C416
    for r in ROWS:
        whole[r, ALL] = sum(cells[r, c] for c in COLUMNS)
    for c in (*COLUMNS, ALL):
        whole[ALL, c] = sum(whole[r, c] for r in ROWS)
    return whole


def attack(cells: dict[Key, int], sums: tuple[Sum, ...], away: frozenset[Key]) -> set[Key]:
    """The hidden cells that are the same in every filling with 1 or more that agrees with all that is shown.

    Fillings within two of the truth are tried, one cell after the other, until each cell has been seen to vary.
    """
    inner = [key for key in product(ROWS, COLUMNS) if key in away]
    seen: dict[Key, set[int]] = {key: set() for key in away}

    def fill(known: dict[Key, int], left: list[tuple[str, str]]) -> None:
        if all(len(values) > 1 for values in seen.values()) or not _agrees(known, sums):
            return
        if not left:
            for key in away:
                seen[key].add(known[key])
            return
        key, *rest = left
        for value in sorted(range(max(1, cells[key] - 2), cells[key] + 3), key=lambda v: v == cells[key]):
            fill(known | {key: value}, rest)

    fill({key: number for key, number in cells.items() if key not in away}, inner)
    return {key for key, values in seen.items() if len(values) < 2}


def _agrees(known: dict[Key, int], sums: tuple[Sum, ...]) -> bool:
    """No sum is broken so far; a whole whose parts are all there is put in."""
    for one in sums:
        parts = [known[part] for part in one.parts if part in known]
        if len(parts) == len(one.parts):
            if known.setdefault(one.whole, sum(parts)) != sum(parts):
                return False
        elif one.whole in known and sum(parts) > known[one.whole]:
            return False
    return True


@given(st.lists(st.integers(0, 8), min_size=6, max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_hidden_number_can_be_worked_out(numbers: list[int]) -> None:
    cells, sums = table(numbers), cross(ROWS, COLUMNS, ALL)
    away = hidden(cells, sums)
    assert {key for key, n in cells.items() if 0 < n < 5} <= away
    assert not attack(cells, sums, away)


def test_one_small_number_takes_others_with_it() -> None:
    # Row a: 2 + 10 = 12. Without help 12 - 10 = 2, and 2 + 20 + 30 = 52 in its column: each line hides two.
    cells = table([2, 10, 20, 10, 30, 10])
    away = hidden(cells, cross(ROWS, COLUMNS, ALL))
    assert away == {("a", "x"), ("a", "y"), ("b", "x"), ("b", "y")}


def test_two_ones_are_not_hidden_behind_their_sum() -> None:
    # 1 + 1 = 2: whoever knows that a hidden number is at least 1 has both, so the sum goes too.
    cells: dict[Key, int] = {"x": 1, "y": 1, "z": 9, "pair": 2, "all": 11}
    away = hidden(cells, [Sum("pair", ("x", "y")), Sum("all", ("pair", "z"))])
    assert {"x", "y", "pair", "z"} <= away


def test_large_numbers_and_noughts_are_shown() -> None:
    cells = table([5, 0, 7, 9, 6, 5])
    assert hidden(cells, cross(ROWS, COLUMNS, ALL)) == frozenset()


def test_two_months_and_their_quarter_are_one_table() -> None:
    """The quarter minus the months shown may not give the small month."""
    months: dict[Key, int] = {"jan": 9, "feb": 8, "mar": 2}
    cells: dict[Key, int] = {**months, "quarter": 19}
    away = hidden(cells, [Sum("quarter", tuple(months))])
    assert "mar" in away
    assert len(away) == 2


@pytest.mark.parametrize("size", [12])
def test_a_year_by_month_and_consultant_is_quick(size: int) -> None:
    rows, columns = tuple(f"k{n}" for n in range(6)), tuple(f"m{n}" for n in range(size))
    cells: dict[Key, int] = {
        (r, c): (i * 7 + j * 5) % 9 for i, r in enumerate(rows) for j, c in enumerate(columns)
    }
    for r in rows:
        cells[r, ALL] = sum(cells[r, c] for c in columns)
    for c in (*columns, ALL):
        cells[ALL, c] = sum(cells[r, c] for r in rows)
    away = hidden(cells, cross(rows, columns, ALL))
    assert all(key in away for key, n in cells.items() if 0 < n < 5)
