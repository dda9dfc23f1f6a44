"""Codes and measures: ICD-10/SKS, ATC, drug and dose, scores, CPR numbers, message fragments."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

_D = "[0-9oil]"
_RULES: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "DIAG_CODE",
        "icd",
        "refuse",
        "sure",
        rf"(?<![a-z0-9])d?\s?f\s?{_D}\s?{_D}\s?[.,]\s?{_D}{{1,2}}[a-z]?(?![a-z0-9])",
    ),
    (
        "DIAG_CODE",
        "icd",
        "refuse",
        "sure",
        rf"(?<![a-z0-9])d\s?f\s?{_D}\s?{_D}\s?{_D}?\s?{_D}?[a-z]?(?![a-z0-9])",
    ),
    ("MEDICATION", "atc", "refuse", "sure", rf"(?<![a-z0-9])n0[3-7][a-d][a-z]{_D}{{2}}(?![a-z0-9])"),
    (
        "MEDICATION",
        "dose",
        "refuse",
        "sure",
        r"(?<![a-z0-9])[a-z]{4,}\s\d{1,4}(?:[.,]\d+)?\s?(?:mg|mikrogram|mcg|ug)(?![a-z])",
    ),
    (
        "RECORD_DOC",
        "edifact",
        "refuse",
        "sure",
        r"(?<![a-z0-9])un[bh]\+[^\s]*|(?<![a-z0-9])(?:bgm|ftx|cin)\+[^\s]+",
    ),
    ("CPR", "cpr", "warn", "sure", r"(?<!\d)\d{2}[ .]?\d{2}[ .]?\d{2}\s?[- ]?\s?\d{4}(?!\d)"),
)
_COMPILED = tuple((c, rule, level, strength, re.compile(p)) for c, rule, level, strength, p in _RULES)


def hits(reading: Reading) -> Iterator[Hit]:
    for category, rule, level, strength, pattern in _COMPILED:
        for m in pattern.finditer(reading.text):
            yield Hit(m.start(), m.end(), category, level, rule, strength)
