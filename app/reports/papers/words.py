"""The words of the reports, in Danish and English, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import resources

_MONTHS = {
    "da": [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


@cache
def _told() -> Any:
    return json.loads(resources.path("papers/words.json").read_text(encoding="utf-8"))


def word(language: str, key: str, **values: object) -> str:
    """Raises KeyError for a word the file does not have."""
    return str(_told()["words"][key][language]).format_map(values)


def code(language: str, kind: str, value: str) -> str:
    """A code in words; one the file does not know stands as it is."""
    own = _told().get(kind, {})
    return str(own.get(value, {}).get(language, value))


def said(language: str, words: Mapping[str, str]) -> str:
    """A text of a data file that carries both."""
    return words.get(language, words.get("da", ""))


def day(language: str, when: date | None) -> str:
    """`23. november 2026`"""
    if when is None:
        return ""
    month = _MONTHS[language][when.month - 1]
    return f"{when.day}. {month} {when.year}" if language == "da" else f"{when.day} {month} {when.year}"


def span(language: str, first: date, last: date) -> str:
    return f"{day(language, first)} – {day(language, last)}"


def month(language: str, when: date) -> str:
    """`november 2026`"""
    return f"{_MONTHS[language][when.month - 1]} {when.year}"
