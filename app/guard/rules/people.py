"""Frames about people: a clinician who says, a relative who is ill."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.guard import sentences
from app.guard.fields import fields
from app.guard.finding import REFUSED
from app.guard.normalise import Reading, Token
from app.guard.rules.hit import Hit

_CLINICAL_TALK = frozenset({"MED_UNNAMED"})
_NOT_OTHERS = frozenset({"RECORD_DOC", "CLINICIAN_ATTR", "THIRD_PARTY", "DIAG_CODE"})
_LINKS = frozenset({"er", "var", "blev", "med", "pa"})
_NEAR = 3
_BEFORE = 4


def hits(reading: Reading, seen: Iterable[Hit]) -> list[Hit]:
    """`seen` with a sure frame where a clinician's words carry content, and others' health as theirs."""
    found = list(seen)
    for first, after in sentences.ranges(reading):
        start, end = reading.tokens[first].start, reading.tokens[after - 1].end
        inside = [hit for hit in found if start <= hit.start < end]
        frame = _frame(reading, first, after)
        if frame is not None and any(_is_content(hit) for hit in inside):
            a, b = frame
            found.append(
                Hit(
                    reading.tokens[a].start,
                    reading.tokens[b].end,
                    "CLINICIAN_ATTR",
                    "refuse",
                    "frame",
                    "firm",
                )
            )
    return [_of_whom(reading, hit) for hit in found]


def _is_content(hit: Hit) -> bool:
    known = hit.category in REFUSED and hit.category != "CLINICIAN_ATTR" and hit.strength != "cue"
    return known or hit.category in _CLINICAL_TALK


def _frame(reading: Reading, first: int, after: int) -> tuple[int, int] | None:
    """ "Overlægen oplyser", "siger afdelingslægen": a clinician and a verb of saying close together."""
    for i in range(first, after):
        if "CLIN" not in fields(reading.tokens[i].text):
            continue
        for j in range(max(first, i - 1), min(after, i + _NEAR + 1)):
            if "SAY" in fields(reading.tokens[j].text):
                return min(i, j), max(i, j)
    return None


def _of_whom(reading: Reading, hit: Hit) -> Hit:
    """ "Mor har …", "min søn er …": somebody else's health."""
    bodily = hit.category == "SOMATIC" and hit.strength == "sure"
    if (hit.level != "refuse" and not bodily) or hit.category in _NOT_OTHERS:
        return hit
    here = reading.covered(hit.start, hit.end).start
    before = list(reading.tokens[max(0, here - _BEFORE) : here])
    for n, token in enumerate(before):
        between = before[n + 1 :]
        if "FAM" in fields(token.text) and _is_said_of(between, reading.text[token.end : hit.start]):
            return replace(hit, start=token.start, category="THIRD_PARTY", level="refuse")
    return hit


def _is_said_of(between: list[Token], text: str) -> bool:
    """A verb of being or having links the relative to the hit, and nothing parts them."""
    if any(mark in text for mark in ".,;:\n") or any("SAY" in fields(token.text) for token in between):
        return False
    return not between or any({"HAVE", "TAKE"} & set(fields(t.text)) or t.text in _LINKS for t in between)
