"""Errors and findings in Danish words."""

from __future__ import annotations

from app.errors import FeltjournalError


def explain(error: FeltjournalError) -> str:
    return type(error).__name__
