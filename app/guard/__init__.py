"""Keeps psychiatry's patient record out of the municipal journal; knows nothing but text."""

from app.guard.cleared import NAMED, ClearedText, clear, redact, vouched
from app.guard.finding import CATEGORIES, Finding, Label, Level, Source, label
from app.guard.health import Health, files_version, health, version, words
from app.guard.review import forget, review
from app.guard.rewrite import Suggestion, suggest

__all__ = [
    "CATEGORIES",
    "NAMED",
    "ClearedText",
    "Finding",
    "Health",
    "Label",
    "Level",
    "Source",
    "Suggestion",
    "clear",
    "files_version",
    "forget",
    "health",
    "label",
    "redact",
    "review",
    "suggest",
    "version",
    "vouched",
    "words",
]
