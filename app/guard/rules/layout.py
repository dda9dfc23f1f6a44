"""A pasted record shows in its layout: headings with a colon, one after the other, and message formats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.guard.lexicon import cues
from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

# Up to four words and a colon, where a line or a sentence begins, or after a quotation mark or a bar.
_HEADING = re.compile(
    r"(?:(?<=^)|(?<=[\n.:;|>\"',(/-]))[ \t]*((?:[a-z0-9.]+[ /]+){0,3}[a-z0-9.]+)[ \t]*:(?!//|\d\d)"
)
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_MESSAGE = re.compile(
    r"<\s*/?\s*(?:medcom|emessage|dischargeletter|korrespondancebrev|diagnosis|diagnosiscode|observation|patient)[a-z]*[^>\n]{0,80}>"
    r"|\bpid\|[^\n]{0,40}|\bdg1\|[^\n]{0,40}|aktionsdiagnose\s*=|bidiagnose\s*="
)
_ENOUGH = 3


def hits(reading: Reading) -> Iterator[Hit]:
    for m in _MESSAGE.finditer(reading.text):
        yield Hit(m.start(), m.end(), "RECORD_DOC", "refuse", "message", "firm")
    strong, weak = _headings(reading)
    sure = len(strong) + len(weak) >= _ENOUGH and bool(strong)
    for start, end in strong:
        full = _has_content(reading.text[end:])
        yield Hit(
            start, end, "RECORD_DOC", "refuse", "heading", "sure" if sure else "firm" if full else "word"
        )
    for start, end in weak:
        yield Hit(start, end, "RECORD_DOC", "refuse", "heading", "sure" if sure else "cue")


def _headings(reading: Reading) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    strong: list[tuple[int, int]] = []
    weak: list[tuple[int, int]] = []
    for m in _HEADING.finditer(reading.text):
        key = _NOT_LETTERS.sub("", m.group(1))
        if key in cues()["HEADER_STRONG"]:
            strong.append((m.start(1), m.end()))
        elif key in cues()["HEADER"]:
            weak.append((m.start(1), m.end()))
    return strong, weak


def _has_content(after: str) -> bool:
    """Something is filled in: "Feltet aktionsdiagnose: tomt" tells nothing."""
    words = re.findall(r"[a-z0-9]+", after[:40])[:2]
    return bool(words) and not any(word in cues()["EMPTY"] for word in words)
