"""Whose rows a figure may lack, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.reports.silence import Silence
from ui.text import numbers

translate = QCoreApplication.translate
_SOME = 6


def whole(silent: Sequence[Silence], names: Mapping[str, str], *, own: bool) -> str:
    """`2 konsulenter har ikke synkroniseret siden 28. maj 2026: …`, or nothing. `own`: only one's own are asked about."""
    if not silent:
        return ""
    since = _since(silent)
    if own and since is None:
        return translate(
            "Silence", "Du har endnu ikke synkroniseret. Teamets tal mangler det, der kun er her."
        )
    if own and since is not None:
        text = translate(
            "Silence", "Du har ikke synkroniseret siden %1. Teamets tal mangler det, der kun er her."
        )
        return text.replace("%1", numbers.full_day(since))
    who = ", ".join(names.get(one.person) or one.person for one in silent[:_SOME])
    return f"{_count(silent, '' if since is None else numbers.full_day(since))}: {who}."


def short(silent: Sequence[Silence]) -> str:
    """`2 konsulenter har ikke synkroniseret siden 28/5`, to stand beside a figure; or nothing."""
    if not silent:
        return ""
    since = _since(silent)
    return _count(silent, "" if since is None else numbers.short_day(since))


def _count(silent: Sequence[Silence], since: str) -> str:
    if not since:
        return translate("Silence", "%n konsulent(er) har ikke synkroniseret", "", len(silent))
    text = translate("Silence", "%n konsulent(er) har ikke synkroniseret siden %1", "", len(silent))
    return text.replace("%1", since)


def _since(silent: Sequence[Silence]) -> date | None:
    """The longest ago."""
    return min((one.since for one in silent if one.since is not None), default=None)
