"""What the models read too sternly and the guideline has settled: ordinary fear of a beginning, being tired at a time of the
day as a condition for work, and a clinic that backs the plan."""

from __future__ import annotations

import re

from app.guard.normalise import Reading

_FEAR = re.compile(
    r"\b(?:(?:er|var|bliver|blev|lidt|ret|meget|ogsa) )*(?:bange|nervos|spandt)(?: \w+)? (?:for|over|pa)(?: at)?"
    r" (?:begynde|begyndelsen|starte|starten|mode|skulle|komme|prove)\w*(?: pa\b)?"
)
_TIRED = re.compile(
    r"(?:\b\w+ )?(?:\b(?:er|var|bliver|blev|lidt|ret|meget|ogsa|mest) )*\btrat(?:te)? (?:om|i|hen pa|efter) (?:\w+ )?"
    r"(?:morgenen|aftenen|(?:for|efter)?middagen|(?:man|tirs|ons|tors|fre|lor|son)dag\w*|vagt\w*|skift\w*|arbejd\w*|frokost\w*)"
    r"(?: de forste \w+)?"
)
_BACKED = re.compile(
    r"\b(?:behandler|kontaktperson|lage|klinik|team)\w* (?:stotter|bakker op om|er enige? i|er med pa)"
    r" (?:planen|aftalen|praktikken|forlobet|jobstart\w*)(?: om [\w ]{1,12} timer\w*)?"
)


def everyday(reading: Reading, first: int, after: int) -> list[tuple[int, int]]:
    """Where a sentence says that somebody is afraid of beginning, tired at a time of the day, or backed by the clinic; places
    in the reading's text."""
    start, end = reading.tokens[first].start, reading.tokens[after - 1].end
    said = (found for form in (_FEAR, _TIRED, _BACKED) for found in form.finditer(reading.text, start, end))
    return [(found.start(), found.end()) for found in said]
