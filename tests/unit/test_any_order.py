"""However the log came: in what order, in how many pieces, on how many computers, the numbers are the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.log_rows import Logs
from app.reports import breakdowns, fidelity, figures, leaving, scale, series
from app.reports.facts import FACTS
from app.reports.figures import COUNTERS
from app.reports.kept import Kept
from tests.unit.test_second_count import HALF
from tests.unit.test_second_count_rest import team

LISTS = tuple(one.name for one in fields(Logs) if one.default == ())


def whole(rows: Logs) -> object:
    """Every fact, figure, table, score and plot, and what is hidden of the year."""
    counters = {**FACTS, **{f"figure {name}": counter for name, counter in COUNTERS.items()}}
    facts = {name: counter(rows, HALF) for name, counter in counters.items()}
    scores = [(c.item.code, c.proposal, c.why, c.what_if) for c in fidelity.compute(scale.load(), rows, HALF)]
    return (
        {n: (f.value, f.n, f.missing, f.counted, f.of, dict(f.by), dict(f.numbers), sorted(f.rows, key=repr)) for n, f in facts.items()},
        scores, breakdowns.compute(rows, HALF), series.series(rows, HALF.last), leaving.pattern(rows, HALF.last.year),
    )  # fmt: skip


def joined(parts: Iterable[Logs]) -> Logs:
    """One log of several, as a computer gets them one after the other."""
    parts = tuple(parts)
    rows: dict[str, Any] = {}
    for name in LISTS:
        rows[name] = tuple(row for part in parts for row in getattr(part, name))
    return replace(parts[0], **rows)


@given(st.integers(0, 5), st.integers(1, 4), st.randoms(use_true_random=False))
@settings(max_examples=4, deadline=None)
def test_a_log_that_is_mixed_and_split_counts_as_the_whole_one(seed: int, pieces: int, rng: Any) -> None:
    rows = team(seed)
    mixed: dict[str, list[Any]] = {name: list(getattr(rows, name)) for name in LISTS}
    for part in mixed.values():
        rng.shuffle(part)
    cut = []
    for n in range(pieces):
        piece: Any = {name: tuple(part[n::pieces]) for name, part in mixed.items()}
        cut.append(replace(rows, **piece))
    rng.shuffle(cut)
    assert whole(joined(cut)) == whole(rows)


@given(st.lists(st.tuples(st.sampled_from(LISTS), st.integers(0, 5)), max_size=5))
@settings(max_examples=5, deadline=None)
def test_what_is_kept_is_what_would_be_counted_anew(changes: list[tuple[str, int]]) -> None:
    """One part of the log after the other becomes another team's: no figure rests on a part that is gone."""
    kept, rows, used = Kept(), team(0), scale.load()
    for name, seed in (("courses", 0), *changes):
        other_part: dict[str, Any] = {name: getattr(team(seed), name)}
        rows = replace(rows, **other_part)
        for job, other in (
            (figures.compute(rows, HALF, kept), figures.compute(rows, HALF)),
            (fidelity.compute(used, rows, HALF, kept), fidelity.compute(used, rows, HALF)),
            (series.series(rows, HALF.last, kept), series.series(rows, HALF.last)),
            (breakdowns.compute(rows, HALF, kept), breakdowns.compute(rows, HALF)),
        ):
            assert job == other
