"""What the use cases answered, under the field it is about."""

from __future__ import annotations

from collections.abc import Mapping

from app.guard import Finding, Level, suggest
from app.services.door import Held, Invalid
from ui.text import codes
from ui.text import guard as words
from ui.widgets.form import Form

_SHORT = 60


def show(form: Form, answer: Held | Invalid, texts: Mapping[str, str]) -> None:
    """Nothing was stored: say why, and leave what was typed."""
    if isinstance(answer, Invalid):
        form.show_wrong(answer.field, codes.wrong(answer.reason))
        return
    field, findings = next(iter(answer.findings.items()))
    keepable = frozenset[str]()
    if all(finding.level is Level.WARN for finding in findings):
        keepable = frozenset(finding.category for finding in findings)
    form.show_held(field, sentence(texts[field], findings), keepable)


def sentence(text: str, findings: tuple[Finding, ...]) -> str:
    """Title and why of the first that stops, or of the first; with a better sentence where there is one."""
    first = min(findings, key=lambda finding: finding.level is not Level.REFUSE)
    said = " ".join(text[first.start : first.end].split())
    said = said if len(said) <= _SHORT else f"{said[: _SHORT - 3].rstrip()} …"
    parts = [f"{words.level(first.level)}: {words.title(first.category)}.", words.why(first.category, said)]
    better = suggest(text, first)
    if better is not None and better.replacement:
        parts.append(words.instead(better.replacement))
    return " ".join(parts)
