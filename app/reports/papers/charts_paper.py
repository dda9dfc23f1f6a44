"""The charts drawn for a review, one column each: numbers under numbers, no name and no date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.domain.log_rows import Period
from app.reports.charts import LINES, Chart
from app.reports.papers.paper import Cell, Paper, Table, Text
from app.reports.papers.words import code, span, word


def table(charts: Sequence[Chart], language: str, who: Mapping[int, str] | None = None) -> Table:
    """`who`: number → name, only ever for a screen."""
    rows: list[tuple[Cell, ...]] = []
    if who:
        rows.append((word(language, "name"), *(who.get(one.number, "") for one in charts)))
    rows.append((word(language, "phase"), *(code(language, "phase", one.phase) for one in charts)))
    rows.append((word(language, "chart_weeks"), *(one.weeks for one in charts)))
    rows += [(word(language, name), *(_cell(one, name) for one in charts)) for name in LINES]
    heads = (word(language, "what"), *(word(language, "chart_number", n=one.number) for one in charts))
    return Table(word(language, "charts"), heads, tuple(rows))


def _cell(chart: Chart, name: str) -> Cell:
    """`2/3`, or the number alone; nothing where there was nothing to count."""
    if name not in chart.lines:
        return None
    counted, of = chart.lines[name]
    return f"{counted}/{of}" if of and name != "chart_first_contact" else counted


def paper(charts: Sequence[Chart], period: Period, *, language: str, foot: str) -> Paper:
    """Wide tables are cut in fives, so that a page of A4 holds them."""
    parts = [charts[n : n + 5] for n in range(0, len(charts), 5)]
    return Paper(
        title=word(language, "charts"), lines=(span(language, period.first, period.last),),
        personal=word(language, "personal_pseudonyms"), foot=foot,
        blocks=(Text(word(language, "charts_about")), *(table(part, language) for part in parts)),
        page_word=word(language, "page"), of_word=word(language, "of"), language=language,
    )  # fmt: skip
