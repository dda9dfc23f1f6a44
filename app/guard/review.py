"""Read a text and say what in it looks like the patient record."""

from __future__ import annotations

from collections.abc import Iterable

from app.guard.finding import STERNER_FROM_CLINIC, WARNED, Finding, Level, Source
from app.guard.normalise import Reading, read
from app.guard.rules import codes, words
from app.guard.rules.hit import Hit


def review(text: str, source: Source = Source.OBSERVED) -> tuple[Finding, ...]:
    """Findings in order of place, never overlapping. Pure: the same text gives the same findings."""
    reading = read(text)
    seen = [*codes.hits(reading), *words.hits(reading)]
    return tuple(_finding(reading, hit, source) for hit in _apart(seen))


def _finding(reading: Reading, hit: Hit, source: Source) -> Finding:
    start, end = reading.span(hit.start, hit.end)
    warned = hit.category in WARNED and not (source is Source.CLINIC and hit.category in STERNER_FROM_CLINIC)
    level = Level.WARN if warned else Level.REFUSE
    return Finding(start, end, hit.category, level, hit.rule)


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """The sterner, then longer, of two that overlap."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.level != "refuse", h.start - h.end, h.start, h.category)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)
