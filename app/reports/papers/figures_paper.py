"""The figures as a report: for the team with everything, for others with small numbers hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from app.domain.log_rows import Logs, Period
from app.domain.participant import Phase
from app.reports import breakdowns, figures, leaving
from app.reports.breakdowns import Split
from app.reports.figures import Figure, groups
from app.reports.figures_flow import caseload_by_phase
from app.reports.papers.paper import Block, Cell, Heading, Paper, Table, Text, told
from app.reports.papers.words import code, said, span, word
from app.reports.silence import Silence
from app.reports.suppress import Key

Gaps = frozenset[Key] | None


def paper(
    logs: Logs,
    period: Period,
    *,
    language: str,
    leaves: bool,
    who: str,
    foot: str,
    silent: Sequence[Silence] = (),
    survey: tuple[tuple[str, Cell], ...] = (),
    target: int | None = None,
) -> Paper:
    """`leaves`: it goes outside the team, so small numbers are hidden and nothing says how many they rest on.
    `silent`: whose rows are wanting, which is said beside each figure. `survey`: the implementation survey's answers of the year, which are about the municipality and no person; `target`:
    how many it says are in the target group."""
    computed = figures.compute(logs, period)
    gaps = leaving.pattern(logs, period.last.year) if leaves else None
    away = (
        {g.figure.metric.id for g in leaving.leaving(period, computed, gaps) if g.hidden}
        if gaps is not None
        else set()
    )
    lacks = lacking(silent, language)
    blocks: list[Block] = [Text(word(language, "silent", lacks=lacks))] if lacks else []
    for group in groups():
        mine = [one for one in computed if one.metric.group == group.code]
        table = _table(said(language, group.name), mine, away, language, leaves=leaves)
        blocks.append(_beside(table, word(language, "completeness"), lacks) if lacks else table)
    if gaps is None or leaving.phases(logs, period, gaps):
        blocks.append(_phases(logs, period, language, gaps))
    blocks += _splits(logs, period, language, gaps)
    if survey:
        heads = (word(language, "item"), word(language, "value"))
        blocks.append(
            Table(word(language, "survey"), heads, (*survey, *_receiving(computed, away, target, language)))
        )
    blocks += [Heading(word(language, "definitions")), _definitions(computed, language)]
    personal = "personal_none" if leaves else "personal_team"
    return Paper(
        title=word(language, "figures"), lines=(who, span(language, period.first, period.last)),
        personal=word(language, personal), foot=foot, blocks=tuple(blocks), page_word=word(language, "page"),
        of_word=word(language, "of"), language=language,
    )  # fmt: skip


def lacking(silent: Sequence[Silence], language: str) -> str:
    """`2 konsulenter har ikke synkroniseret siden 28/5`, or nothing."""
    if not silent:
        return ""
    since = min((one.since for one in silent if one.since is not None), default=None)
    key = "lacks" if len(silent) > 1 else "lacks_one"
    return word(
        language,
        key if since is None else f"{key}_since",
        n=len(silent),
        day=f"{since.day}/{since.month}" if since else "",
    )


def _beside(table: Table, head: str, text: str) -> Table:
    """With one more column, alike in every row."""
    return replace(table, heads=(*table.heads, head), rows=tuple((*row, text) for row in table.rows))


def _receiving(
    computed: tuple[Figure, ...], away: set[str], target: int | None, language: str
) -> tuple[tuple[str, Cell], ...]:
    """How many receive IPS on the last day, and how many of the target group do not; hidden as the figure is."""
    here = next(one for one in computed if one.metric.id == leaving.STOCK).fact.counted
    if leaving.STOCK in away:
        return ((word(language, "receiving"), word(language, "hidden")),)
    gap = () if target is None else ((word(language, "receiving_gap"), max(0, target - int(here))),)
    return ((word(language, "receiving"), int(here)), *gap)


def _table(caption: str, mine: list[Figure], away: set[str], language: str, *, leaves: bool) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in mine:
        value = word(language, "hidden") if one.metric.id in away else _value(one, language, whole=leaves)
        label = said(language, one.metric.label)
        rows.append((label, value) if leaves else (label, value, one.fact.n, one.fact.missing))
    heads: tuple[str, ...] = (word(language, "figure"), word(language, "value"))
    if not leaves:
        heads = (*heads, word(language, "n"), word(language, "missing"))
    return Table(caption, heads, tuple(rows))


def _value(one: Figure, language: str, *, whole: bool) -> Cell:
    """Shares leave the team in whole percent, so that they cannot be turned back into counts so easily."""
    value = one.fact.value
    if value is None:
        return word(language, "no_data")
    comma = "," if language == "da" else "."
    if one.metric.unit == "percent":
        return f"{told(Fraction(round(value)) if whole else value, comma)} %"
    return value


def _phases(logs: Logs, period: Period, language: str, gaps: Gaps) -> Table:
    counts: dict[str, int | None] = (
        {**caseload_by_phase(logs, period.last)} if gaps is None else dict(leaving.phases(logs, period, gaps))
    )
    rows: list[tuple[Cell, ...]] = []
    for phase in [*(p.value for p in Phase), "all"]:
        if phase in counts:
            label = word(language, "all") if phase == "all" else code(language, "phase", phase)
            number = counts[phase]
            rows.append((label, word(language, "hidden") if number is None else number))
    return Table(
        word(language, "phases"), (word(language, "phase"), word(language, "participants")), tuple(rows)
    )


def _splits(logs: Logs, period: Period, language: str, gaps: Gaps) -> list[Block]:
    if gaps is None:
        nothing: frozenset[tuple[str, str]] = frozenset()
        return [
            split_table(split, nothing, language) for split in breakdowns.compute(logs, period) if split.rows
        ]
    found = leaving.splits(logs, period, gaps)
    if not found:
        return [Text(word(language, "only_quarters"))]
    return [split_table(split, gone, language) for split, gone in found if split.rows]


def split_table(split: Split, gone: frozenset[tuple[str, str]], language: str) -> Table:
    """`gone`: the cells that are hidden."""
    one = split.breakdown
    rows = tuple(
        (
            said(language, split.words[row]) if row in split.words else code(language, one.kind, row),
            *(word(language, "hidden") if (row, c) in gone else split.cells[row, c] for c in one.columns),
        )
        for row in split.rows
    )
    heads = (word(language, "what"), *(code(language, "marker", column) for column in one.columns))
    return Table(said(language, one.label), heads, rows)


def _definitions(computed: tuple[Figure, ...], language: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for one in computed:
        m = one.metric
        parts = ((word(language, key), said(language, text)) for key, text in (
            ("numerator", m.numerator), ("denominator", m.denominator), ("exclusion", m.exclusion),
        ))  # fmt: skip
        whole = " ".join((f"{said(language, m.formula)}.", *(f"{name}: {text}." for name, text in parts)))
        rows.append((said(language, m.label), whole.replace("..", "."), said(language, m.source)))
    rows += [
        (said(language, one.label), said(language, one.formula), said(language, one.source))
        for one in breakdowns.breakdowns()
    ]
    heads = (word(language, "figure"), word(language, "formula"), word(language, "source"))
    return Table(word(language, "each_figure"), heads, tuple(rows))
