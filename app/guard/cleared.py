"""The only door by which free text may reach the store."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.guard.finding import Finding, Level, Source
from app.guard.health import version
from app.guard.review import review

_SEAL: Final = object()
MARKER: Final = "[…]"
NAMED: Final = "DIAG_NAME"
_ROUNDS: Final = 4


@dataclass(frozen=True, slots=True)
class ClearedText:
    """`kept`: the categories to consider that the consultant chose to keep."""

    text: str
    kept: tuple[str, ...]
    seal: object

    def __post_init__(self) -> None:
        if self.seal is not _SEAL:
            raise TypeError("ClearedText is made by app.guard.clear(), vouched() and redact() alone")

    def __repr__(self) -> str:
        return f"ClearedText({len(self.text)} characters, kept={self.kept})"


def clear(
    text: str, *, kept: frozenset[str] = frozenset(), source: Source = Source.OBSERVED, agreed: bool = False
) -> ClearedText | tuple[Finding, ...]:
    """The text sealed, or the findings that still hold it back.

    `agreed`: words the candidate wants said at work. There, and nowhere else, an illness may be called by its name
    when that is kept on purpose; codes, medicine and everything else are refused as always.
    """
    findings = review(text, source)
    if agreed:
        findings = tuple(replace(f, level=Level.WARN) if f.category == NAMED else f for f in findings)
    held = tuple(f for f in findings if f.level is Level.REFUSE or f.category not in kept)
    return held or _seal(text, findings)


def vouched(text: str, by: str) -> ClearedText | None:
    """The text sealed on the word of another guard that has read it; None unless that one is of this very version.

    For what the jobcenter's server has let in: its door reads every text, and its signature stands under the word.
    """
    return ClearedText(text, (), _SEAL) if by and by == version() else None


def redact(text: str, source: Source = Source.OBSERVED) -> ClearedText:
    """The text with every refused stretch cut out; always clears. For drafts on their way to disk."""
    for _ in range(_ROUNDS):
        findings = review(text, source)
        refused = [f for f in findings if f.level is Level.REFUSE]
        if not refused:
            return _seal(text, findings)
        text = _without(text, refused)
    return _lines_that_clear(text, source)


def _without(text: str, refused: list[Finding]) -> str:
    for finding in reversed(refused):
        text = text[: finding.start] + MARKER + text[finding.end :]
    return text


def _lines_that_clear(text: str, source: Source) -> ClearedText:
    """What is left when cutting words only uncovers more: whole lines go, then everything."""
    lines = [line if not _refused(line, source) else MARKER for line in text.split("\n")]
    text = "\n".join(lines)
    if _refused(text, source):
        text = MARKER
    return _seal(text, review(text, source))


def _refused(text: str, source: Source) -> bool:
    return any(f.level is Level.REFUSE for f in review(text, source))


def _seal(text: str, findings: tuple[Finding, ...]) -> ClearedText:
    return ClearedText(text, tuple(sorted({f.category for f in findings})), _SEAL)
