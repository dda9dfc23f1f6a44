"""The word lists, read once."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import normalize

from app.guard import source
from app.guard.normalise import fold, read

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
SHORTEST = 2
_MARKED = re.compile("[æøåäö]|ae|oe|aa")
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
    "known",
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


def folder() -> Path:
    return source.folder()


@lru_cache(maxsize=1)
def cues() -> dict[str, frozenset[str]]:
    """Words by which rules tell a thing, a workplace, a heading or an ambiguous acronym."""
    lines = (folder() / "cues.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return {name: frozenset(map(fold, words.split())) for name, words in (line.split("\t") for line in lines)}


@lru_cache(maxsize=1)
def _marked_vowels() -> dict[tuple[str, str], frozenset[int]]:
    """How many æ, ø and å each cue word is written with."""
    out: dict[tuple[str, str], frozenset[int]] = {}
    for line in (folder() / "cues.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, words = line.split("\t")
        for word in words.split():
            key = name, fold(word)
            out[key] = out.get(key, frozenset()) | {len(_MARKED.findall(word.casefold()))}
    return out


def is_cue(name: str, word: str, written: str) -> bool:
    """A folded word of a text is one of a cue's: "vare" (goods) is, "være" (be) only reads like it."""
    known = _marked_vowels().get((name, word))
    return known is not None and len(_MARKED.findall(normalize("NFC", written).casefold())) in known


def compile_lists() -> list[list[object]]:
    """The word lists as rows of lexicon.json, so that a start need not fold two thousand phrases."""
    rows = {_row(term) for term in _all_terms() if term is not None and len(term.key) >= SHORTEST}
    return [list(row) for row in sorted(rows)]


def _row(term: Term) -> tuple[str, str, str, str, int, str]:
    breaks = " ".join(map(str, sorted(term.breaks)))
    return term.key, breaks, term.category, term.level, int(term.shouted), term.kind


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (folder() / "lexicon" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def make_term(words: str, category: str, level: str, kind: str = "") -> Term | None:
    reading = read(words.split(" (")[0])
    if not reading.tokens:
        return None
    breaks = frozenset(token.first for token in reading.tokens[1:])
    shouted = words.isupper() and reading.stream in cues()["SHOUTED"]
    return Term(reading.stream, breaks, category, level, shouted, kind)


def _all_terms() -> Iterator[Term | None]:
    for name in _FILES:
        for row in _rows(name):
            yield make_term(row["term"], row["category"], row["level"])
    for row in _rows("medication"):
        yield make_term(row["term"], "MEDICATION", "refuse", row["kind"].split("/")[0])


@lru_cache(maxsize=1)
def by_beginning() -> dict[str, tuple[Term, ...]]:
    """The terms by their first letters: three, or two for the shortest."""
    table: dict[str, list[Term]] = {}
    for key, breaks, category, level, shouted, kind in json.loads((folder() / "lexicon.json").read_bytes()):
        places = frozenset(map(int, breaks.split()))
        table.setdefault(key[:3], []).append(Term(key, places, category, level, bool(shouted), kind))
    return {beginning: tuple(terms) for beginning, terms in table.items()}


@lru_cache(maxsize=1)
def rules_version() -> str:
    path = folder() / "rules.json"
    return str(json.loads(path.read_text(encoding="utf-8"))["version"])
