"""The word lists, read once and made into a tree of letters."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import resources
from app.guard.normalise import read

# A word of a list may be followed by these in a text; longer words also stand first in compounds.
SUFFIXES = frozenset(
    [
        "e",
        "en",
        "ens",
        "er",
        "ere",
        "erne",
        "ernes",
        "ers",
        "es",
        "et",
        "ets",
        "s",
        "r",
        "n",
        "t",
        "ne",
        "nes",
        "ske",
        "sk",
        "isk",
        "iske",
        "iskt",
        "ist",
        "ister",
        "a",
        "ernes'",
    ]
)
_FILES = (
    "diagnosis_terms",
    "mental_state",
    "rating_scales",
    "record_markers",
    "risk_coercion",
    "substance",
    "treatment",
    "clinician_attribution",
    "extra",
)


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase. `breaks`: where its words begin; `shouted`: only in capitals (an ambiguous acronym)."""

    key: str
    breaks: frozenset[int]
    category: str
    level: str
    shouted: bool
    kind: str = ""


@dataclass(slots=True)
class Node:
    after: dict[str, Node] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)


def folder() -> Path:
    return resources.path("guard")


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = folder() / "lexicon" / f"{name}.tsv"
    if path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def make_term(words: str, category: str, level: str, kind: str = "") -> Term | None:
    reading = read(words.split(" (")[0])
    if not reading.tokens:
        return None
    breaks = frozenset(token.first for token in reading.tokens[1:])
    shouted = words.isupper() and len(reading.stream) <= 5
    return Term(reading.stream, breaks, category, level, shouted, kind)


def _all_terms() -> Iterator[Term | None]:
    for name in _FILES:
        for row in _rows(name):
            yield make_term(row["term"], row["category"], row["level"], row.get("kind") or "")
    for row in _rows("medication"):
        yield make_term(row["term"], "MEDICATION", "refuse", row["kind"].split("/")[0])


@lru_cache(maxsize=1)
def tree() -> Node:
    """The letters of every term, one node a letter."""
    root = Node()
    for term in _all_terms():
        if term is None or len(term.key) < 2:
            continue
        node = root
        for letter in term.key:
            node = node.after.setdefault(letter, Node())
        node.terms.append(term)
    return root


@lru_cache(maxsize=1)
def rules_version() -> str:
    path = folder() / "rules.json"
    return str(json.loads(path.read_text(encoding="utf-8"))["version"])
