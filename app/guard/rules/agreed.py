"""What the models read too sternly and the guideline has settled: a clinic that backs the plan."""

from __future__ import annotations

import re

from app.guard.normalise import Reading

_BACKED = re.compile(
    r"\b(?:behandler|kontaktperson|lage|klinik|team)\w* (?:stotter|bakker op om|er enige? i|er med pa)"
    r" (?:planen|aftalen|praktikken|forlobet|jobstart\w*)(?: om [\w ]{1,12} timer\w*)?"
)


def everyday(reading: Reading, first: int, after: int) -> list[tuple[int, int]]:
    """Where a sentence says that somebody at the clinic backs what is agreed; places in the reading's text."""
    start, end = reading.tokens[first].start, reading.tokens[after - 1].end
    return [(found.start(), found.end()) for found in _BACKED.finditer(reading.text, start, end)]
