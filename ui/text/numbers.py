"""Figures in words: shares, days and counts as Danish writes them, and texts that data files carry in two languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QLocale

from ui.text.dates import shaped

translate = QCoreApplication.translate
Number = Fraction | int | float


def said(words: Mapping[str, str]) -> str:
    """The text in the language the program speaks."""
    return words.get(QLocale().name()[:2], words.get("da", ""))


def number(value: Number, decimals: int = 1) -> str:
    """`18,3`; a whole number without decimals."""
    exact = Fraction(value)
    return QLocale().toString(float(exact), "f", 0 if exact.denominator == 1 else decimals)


def figure(value: Number | None, unit: str) -> str:
    """With its unit: `62 %`, `34 dage`, `4,5 om ugen`; a dash where there is nothing to count."""
    if value is None:
        return "–"
    match unit:
        case "percent":
            return translate("Numbers", "%1 %").replace("%1", number(value))
        case "days":
            return translate("Numbers", "%1 dage").replace("%1", number(value))
        case "per_week":
            return translate("Numbers", "%1 om ugen").replace("%1", number(value))
        case "per_month":
            return translate("Numbers", "%1 om måneden").replace("%1", number(value))
        case _:
            return number(value)


def filled(words: Mapping[str, str], values: Mapping[str, Number | None]) -> str:
    """A sentence of a data file with its figures in their places."""
    told = {name: "–" if value is None else number(value) for name, value in values.items()}
    return said(words).format_map(told)


def span(first: date, last: date) -> str:
    """`1. juni – 23. november 2026`"""
    form = "d. MMMM" if first.year == last.year else "d. MMMM yyyy"
    return f"{shaped(first, form)} – {shaped(last, 'd. MMMM yyyy')}"


def short_day(when: date) -> str:
    """`23/11`"""
    return shaped(when, "d/M")


def full_day(when: date) -> str:
    """`23. november 2026`"""
    return shaped(when, "d. MMMM yyyy")


def month(when: date) -> str:
    """`nov.`"""
    return shaped(when, "MMM")


def month_year(when: date) -> str:
    """`november 2026`"""
    return shaped(when, "MMMM yyyy")
