"""The figures as a report: for the team with everything, for others with small numbers hidden."""

from __future__ import annotations

from fractions import Fraction

from app.domain.log_rows import Logs, Period
from app.domain.participant import Phase
from app.reports import figures, leaving
from app.reports.figures import Figure, groups
from app.reports.figures_flow import caseload_by_phase
from app.reports.papers.paper import Block, Cell, Heading, Paper, Table, Text, told
from app.reports.papers.words import code, said, span, word


def paper(
    logs: Logs,
    period: Period,
    *,
    language: str,
    leaves: bool,
    who: str,
    foot: str,
    silent: int,
    survey: tuple[tuple[str, Cell], ...] = (),
) -> Paper:
    """`leaves`: it goes outside the team, so small numbers are hidden and nothing says how many they rest on.
    `survey`: the implementation survey's answers of the year, which are about the municipality and no person."""
    computed = figures.compute(logs, period)
    away = (
        {g.figure.metric.id for g in leaving.leaving(logs, period, computed) if g.hidden} if leaves else set()
    )
    blocks: list[Block] = [Text(word(language, "silent", n=silent))] if silent else []
    for group in groups():
        mine = [one for one in computed if one.metric.group == group.code]
        blocks.append(_table(said(language, group.name), mine, away, language, leaves=leaves))
    blocks.append(_phases(logs, language, leaves=leaves))
    if survey:
        heads = (word(language, "item"), word(language, "value"))
        blocks.append(Table(word(language, "survey"), heads, survey))
    blocks += [Heading(word(language, "definitions")), _definitions(computed, language)]
    personal = "personal_none" if leaves else "personal_team"
    return Paper(
        title=word(language, "figures"), lines=(who, span(language, period.first, period.last)),
        personal=word(language, personal), foot=foot, blocks=tuple(blocks), page_word=word(language, "page"),
        of_word=word(language, "of"), language=language,
    )  # fmt: skip


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


def _phases(logs: Logs, language: str, *, leaves: bool) -> Table:
    counts: dict[str, int | None] = dict(leaving.phases(logs)) if leaves else {**caseload_by_phase(logs)}
    rows: list[tuple[Cell, ...]] = []
    for phase in [*(p.value for p in Phase), "all"]:
        if phase in counts:
            label = word(language, "all") if phase == "all" else code(language, "phase", phase)
            number = counts[phase]
            rows.append((label, word(language, "hidden") if number is None else number))
    return Table(
        word(language, "phases"), (word(language, "phase"), word(language, "participants")), tuple(rows)
    )


def _definitions(computed: tuple[Figure, ...], language: str) -> Table:
    rows = tuple(
        (said(language, one.metric.label), said(language, one.metric.formula), one.metric.source)
        for one in computed
    )
    heads = (word(language, "figure"), word(language, "formula"), word(language, "source"))
    return Table(word(language, "definitions"), heads, rows)
