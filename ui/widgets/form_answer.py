"""What a use case answered to a form: stored, or a word under the field that is in the way."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.guard import Finding, Level, danger, suggest
from app.services.door import Held, Invalid, Saved
from ui.text import codes, language
from ui.text import guard as words
from ui.widgets.form import Form

Outcome = Saved | Held | Invalid
_SHORT = 60


def settle(form: Form, outcome: Outcome, stored: Callable[[UUID], object]) -> None:
    """Close the form and go on, or leave what was typed and say what to do about it."""
    if isinstance(outcome, Saved):
        form.accept()
        stored(outcome.id)
    else:
        show(form, outcome)


def show(form: Form, answer: Held | Invalid) -> None:
    """Nothing was stored: say why, of the words the use case was given, and leave what has been typed since."""
    if isinstance(answer, Invalid):
        form.show_wrong(answer.field, codes.wrong(answer.reason))
        return
    field, findings = next(iter(answer.findings.items()))
    keepable = frozenset[str]()
    if all(finding.level is Level.WARN for finding in findings):
        keepable = frozenset(finding.category for finding in findings)
    form.show_held(field, sentence(form.given.get(field, ""), findings), keepable)


def sentence(text: str, findings: tuple[Finding, ...]) -> str:
    """Title and why of the first that stops, or of the first; with a better sentence where there is one."""
    first = min(findings, key=lambda finding: finding.level is not Level.REFUSE)
    said = " ".join(text[first.start : first.end].split())
    said = said if len(said) <= _SHORT else f"{said[: _SHORT - 3].rstrip()} …"
    parts = [
        in_danger(text, findings),
        f"{words.level(first.level)}: {words.title(first.category)}.",
        words.why(first.category, said),
    ]
    better = suggest(text, first) if first.end <= len(text) else None
    if better is not None and better.replacement:
        parts.append(words.instead(better.replacement))
    return " ".join(filter(None, parts))


def in_danger(text: str, findings: tuple[Finding, ...]) -> str:
    """Whom to call, before anything else is said."""
    return danger.help_words(language.code()).short if danger.present(text, findings) else ""
