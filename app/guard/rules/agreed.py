"""What the models read too sternly and the guideline has settled: a meeting with the team, ordinary fear of a beginning, being
tired at a time of the day as a condition for work, and a relative who tells of the candidate and not of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.guard.features import SMALL
from app.guard.fields import fields
from app.guard.normalise import Reading
from app.guard.rules.hit import Hit

_FEAR = re.compile(
    r"\b(?:(?:er|var|bliver|blev|lidt|ret|meget|ogsa) )*(?:bange|nervos|spandt)(?: \w+)? (?:for|over|pa)(?: at)?"
    r" (?:begynde|begyndelsen|starte|starten|mode|skulle|komme|prove)\w*"
)
_TIRED = re.compile(
    r"(?:\b\w+ )?(?:\b(?:er|var|bliver|blev|lidt|ret|meget|ogsa|mest) )*\btrat(?:te)? (?:om|i|hen pa|efter) (?:\w+ )?"
    r"(?:morgenen|aftenen|(?:for|efter)?middagen|(?:man|tirs|ons|tors|fre|lor|son)dag\w*|vagt\w*|skift\w*|arbejd\w*|frokost\w*)(?: de forste \w+)?"
)
_CHILD = frozenset({"datteren", "sonnen", "hun", "han"})
_NEAR = 6


def only_who(reading: Reading, first: int, after: int, told: Iterable[Hit]) -> bool:
    """Somebody at the clinic is named, says nothing, and nothing else was seen."""
    if any("SAY" in fields(token.text) for token in reading.tokens[first:after]):
        return False
    words = (reading.tokens[i].text for hit in told for i in reading.covered(hit.start, hit.end))
    return all("CLIN" in fields(word) or word in SMALL for word in words)


def everyday(reading: Reading, first: int, after: int) -> list[tuple[int, int]]:
    """Where a sentence says that somebody is afraid of beginning, or tired at a time of the day; places in the reading's
    text."""
    start, end = reading.tokens[first].start, reading.tokens[after - 1].end
    said = (found for form in (_FEAR, _TIRED) for found in form.finditer(reading.text, start, end))
    return [(found.start(), found.end()) for found in said]


def told_by_relative(reading: Reading, first: int, after: int) -> bool:
    """ "Moderen siger, at datteren …": a relative, a verb of saying, "at", and the candidate."""
    words = [token.text for token in reading.tokens[first:after]]
    for i, word in enumerate(words):
        if (
            "SAY" not in fields(word)
            or "at" not in words[i + 1 : i + 2]
            or not _CHILD & {*words[i + 2 : i + 3]}
        ):
            continue
        if any("FAM" in fields(before) for before in words[max(0, i - _NEAR) : i]):
            return True
    return False
