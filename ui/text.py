"""Errors and findings in Danish words."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QLocale

import resources
from app.errors import FeltjournalError


def explain(error: FeltjournalError) -> str:
    return type(error).__name__


@dataclass(frozen=True, slots=True)
class GuardWords:
    """What the guard says of a category. `why` goes on after the quoted words; `hint`: what to write instead."""

    title: str
    why: str
    hint: str


def guard_words(category: str) -> GuardWords:
    language = "en" if QLocale().language() == QLocale.Language.English else "da"
    return _guard_words(language)[category]


@cache
def _guard_words(language: str) -> dict[str, GuardWords]:
    raw = json.loads(resources.path(f"guard/words_{language}.json").read_text(encoding="utf-8"))
    return {category: GuardWords(**words) for category, words in raw.items()}
