"""What a use case answered to a form: stored, or a word under the field that is in the way."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.guard import Finding, Level
from app.services.door import Held, Invalid, Saved
from ui.text import codes
from ui.text import guard as guard_words
from ui.widgets.form import Form

Outcome = Saved | Held | Invalid


def settle(form: Form, outcome: Outcome, stored: Callable[[UUID], object]) -> None:
    """Close the form and go on, or leave what was typed and say what to do about it."""
    match outcome:
        case Saved():
            form.accept()
            stored(outcome.id)
        case Invalid():
            form.show_wrong(outcome.field, codes.wrong(outcome.reason))
        case Held():
            field, findings = next(iter(outcome.findings.items()))
            form.show_held(field, _sentence(findings), _keepable(findings))


def _sentence(findings: tuple[Finding, ...]) -> str:
    first = findings[0]
    return f"{guard_words.level(first.level)}: {guard_words.title(first.category)}. {guard_words.purpose()}"


def _keepable(findings: tuple[Finding, ...]) -> frozenset[str]:
    if any(finding.level is Level.REFUSE for finding in findings):
        return frozenset()
    return frozenset(finding.category for finding in findings)
