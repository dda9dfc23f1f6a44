"""What Tal says. Pure: values for widgets, no widgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.participant import Phase
from app.reports.figures import Figure, Metric
from app.reports.series import Point, Series
from app.reports.silence import Silence
from app.reports.survival import SurvivalStep
from app.services.figures import FiguresPage
from ui.text import codes, numbers, silence
from ui.text.numbers import said
from ui.widgets.plot import PlotData, PlotPoint
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
WEEKLY = 6
RAPID_DAYS = 30
OUTSIDE = 65
_WEEK = 7


def title(page: FiguresPage) -> str:
    span = numbers.span(page.period.first, page.period.last)
    if not page.own:
        return span
    return f"{span} · {translate('Figures', 'Dine egne tal. Teamets tal findes hos teamlederen.')}"


def rows(figures: Sequence[Figure], group: str, silent: Sequence[Silence] = ()) -> tuple[Row, ...]:
    return tuple(_row(figure, silent) for figure in figures if figure.metric.group == group)


def _row(figure: Figure, silent: Sequence[Silence]) -> Row:
    metric, fact = figure.metric, figure.fact
    return Row(
        metric.id,
        "chart-column",
        said(metric.label),
        completeness(figure, silent),
        right=numbers.figure(fact.value, metric.unit),
        act=translate("Figures", "Sådan er tallet fundet"),
        tone="faint" if fact.value is None else "accentText",
    )


def completeness(figure: Figure, silent: Sequence[Silence] = ()) -> str:
    """`12 af 40 · 3 mangler oplysning · 2 konsulenter har ikke synkroniseret siden 28/5`; what a figure rests on."""
    fact = figure.fact
    parts = []
    if fact.value is None:
        parts.append(translate("Figures", "Intet at tælle i perioden"))
    elif figure.metric.unit == "percent" and fact.of:
        counted, of = numbers.number(fact.counted), numbers.number(fact.of)
        parts.append(translate("Figures", "%1 af %2").replace("%1", counted).replace("%2", of))
    elif figure.metric.unit != "count":
        parts.append(translate("Figures", "n = %1").replace("%1", str(fact.n)))
    if fact.missing:
        parts.append(translate("Figures", "%n mangler oplysning", "", fact.missing))
    if silent:
        parts.append(silence.short(silent))
    return " · ".join(parts)


def definition(metric: Metric) -> tuple[tuple[str, str], ...]:
    """(name, text) of every part of the definition that says something."""
    parts = (
        (translate("Figures", "Sådan er tallet fundet"), metric.formula),
        (translate("Figures", "Tæller"), metric.numerator),
        (translate("Figures", "Nævner"), metric.denominator),
        (translate("Figures", "Er ikke med"), metric.exclusion),
    )
    told = [(name, said(text)) for name, text in parts if said(text)]
    return (*told, (translate("Figures", "Kilde"), said(metric.source)))


def contacts(series: Series) -> PlotData:
    return PlotData(
        "bars",
        tuple(_week(point) for point in series.contacts),
        (
            translate("Figures", "Uge"),
            translate("Figures", "Pr. konsulent"),
            translate("Figures", "Møder"),
        ),
        target=WEEKLY,
        target_text=translate("Figures", "mål 6"),
        empty=translate("Figures", "Ingen møder med arbejdsgivere endnu."),
    )


def _week(point: Point) -> PlotPoint:
    number = point.first.isocalendar().week
    label = translate("Figures", "uge %1").replace("%1", str(number))
    return PlotPoint(str(number), label, _float(point), _told(point), str(point.n))


def _float(point: Point) -> float | None:
    return None if point.value is None else float(point.value)


def _told(point: Point, unit: str = "") -> str:
    return numbers.figure(point.value, unit)


def outside(series: Series) -> PlotData:
    return PlotData(
        "line",
        _months(series.outside, "percent"),
        (translate("Figures", "Måned"), translate("Figures", "Ude"), translate("Figures", "Rækker")),
        target=OUTSIDE,
        target_text=translate("Figures", "mål 65 %"),
        top=112,
        empty=translate("Figures", "Ingen tid med sted endnu."),
    )


def days(series: Series) -> PlotData:
    return PlotData(
        "bars",
        _months(series.days, ""),
        (translate("Figures", "Måned"), translate("Figures", "Dage"), translate("Figures", "Kandidater")),
        target=RAPID_DAYS,
        target_text=translate("Figures", "30 dage"),
        empty=translate("Figures", "Ingen første kontakter endnu."),
    )


def starts(series: Series) -> PlotData:
    points = tuple(
        PlotPoint(
            numbers.month(begun.first),
            numbers.month_year(begun.first),
            float(begun.value or 0),
            _told(begun),
            _told(ended),
        )
        for begun, ended in zip(series.starts, series.ends, strict=True)
    )
    nothing = not any(p.value for p in (*series.starts, *series.ends))
    return PlotData(
        "bars",
        () if nothing else points,
        (translate("Figures", "Måned"), translate("Figures", "Begyndt"), translate("Figures", "Ophørt")),
        empty=translate("Figures", "Ingen job endnu."),
    )


def lasting(series: Series) -> PlotData:
    """Kaplan and Meier's steps in weeks, from all at the start."""
    begun = PlotPoint(
        "0", translate("Figures", "uge %1").replace("%1", "0"), 100.0, "100 %", str(series.jobs), at=0.0
    )
    steps = tuple(_step(step) for step in series.lasting)
    return PlotData(
        "steps",
        (begun, *steps) if series.jobs else (),
        (
            translate("Figures", "Uge"),
            translate("Figures", "Stadig i job"),
            translate("Figures", "Fulgt så længe"),
            translate("Figures", "95 %-interval"),
        ),
        top=112,
        empty=translate("Figures", "Ingen job endnu."),
    )


def _step(step: SurvivalStep) -> PlotPoint:
    week = str(step.day // _WEEK)
    label = translate("Figures", "uge %1").replace("%1", week)
    told = numbers.figure(round(step.left * 100), "percent")
    low, high = step.low * 100, step.high * 100
    between = f"{round(low)}–{round(high)} %"
    return PlotPoint(
        week,
        label,
        step.left * 100,
        told,
        str(step.at_risk),
        low,
        high,
        at=step.day / _WEEK,
        besides=(between,),
    )


def phases(series: Series) -> PlotData:
    points = tuple(
        PlotPoint(codes.phase(phase), codes.phase(phase), float(count), str(count))
        for phase in Phase
        if (count := series.phases.get(phase.value, 0))
    )
    return PlotData(
        "lying",
        points,
        (translate("Figures", "Fase"), translate("Figures", "Kandidater")),
        empty=translate("Figures", "Ingen forløb endnu."),
    )


def _months(points: Sequence[Point], unit: str) -> tuple[PlotPoint, ...]:
    return tuple(
        PlotPoint(numbers.month(p.first), numbers.month_year(p.first), _float(p), _told(p, unit), str(p.n))
        for p in points
    )


def when(day: date | None) -> str:
    return "" if day is None else numbers.full_day(day)
