"""Long rare terms with one letter wrong or spelled as they sound, and terms masked by stars; ordinary words that come close
are let alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from app.guard.finding import REFUSED
from app.guard.lexicon import Term, by_beginning, cues, folder
from app.guard.normalise import Reading, fold
from app.guard.rules.hit import Hit

_LONG = 8
# Drugs have few neighbours among ordinary words, and those few are listed.
_LONG_DRUG = 6
_HEARD_LONG = 5
_SOUNDS = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("qu|kw", "kv"),
        ("sch|skh", "sk"),
        ("ph", "f"),
        ("th", "t"),
        ("x", "ks"),
        ("c(?=[eiy])", "s"),
        ("ck|c|q", "k"),
        ("z", "s"),
        ("w", "v"),
        ("ie|y", "i"),
        (r"(.)\1", r"\1"),
    )
)
_NOT_FUZZY = frozenset({"RECORD_DOC", "CLINICIAN_ATTR", "THIRD_PARTY"})
_ENDINGS = ("ernes", "erne", "ens", "ets", "en", "er", "et", "s", "e", "n")
_MASKED = re.compile(r"(?<![a-z0-9*])[a-z]{2,}\*+[a-z]*(?![a-z0-9*])")
_MASK_LONG = 6


def hits(reading: Reading, seen: Iterable[Hit]) -> list[Hit]:
    """Words near a term where no rule saw one."""
    covered = {i for hit in seen for i in reading.covered(hit.start, hit.end)}
    found = [
        _hit(token.start, token.end, term)
        for i, token in enumerate(reading.tokens)
        if i not in covered and len(token.text) >= _LONG_DRUG and token.text.isalpha()
        if (term := near(token.text)) is not None
    ]
    if "*" in reading.text:
        found += _masked(reading)
    return found


def _hit(start: int, end: int, term: Term) -> Hit:
    return Hit(start, end, term.category, term.level, f"word:{term.key}", "word")


@lru_cache(maxsize=8192)
def near(word: str) -> Term | None:
    """The term one slip away from a word, its ending taken off or not."""
    bare = [word[: -len(e)] for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LONG_DRUG]
    if not _ordinary().isdisjoint((word, *bare)):
        return None
    for form in (word, *bare):
        for less in (form, *_shorter(form)):
            for term in _by_shorter().get(less, ()):
                if term.key[0] == form[0] and len(form) >= _least(term) and _one_slip(form, term.key):
                    return term
        if (heard := _by_sound().get(sound(form))) is not None:
            return heard
    return None


def _least(term: Term) -> int:
    return _LONG_DRUG if term.category == "MEDICATION" else _LONG


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """A word by ear: "sirkadin" and "circadin" are one."""
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return word


@lru_cache(maxsize=1)
def _by_sound() -> dict[str, Term]:
    terms = [t for of in by_beginning().values() for t in of if _rare(t) and t.key not in cues()["LOOSE"]]
    return {sound(t.key): t for t in terms if len(sound(t.key)) >= _HEARD_LONG}


def _shorter(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1 :] for i in range(1, len(word)))


@lru_cache(maxsize=1)
def _by_shorter() -> dict[str, tuple[Term, ...]]:
    """Each long single-word term under itself and under itself less one letter."""
    table: dict[str, tuple[Term, ...]] = {}
    for terms in by_beginning().values():
        for term in terms:
            if _rare(term):
                for form in (term.key, *_shorter(term.key)):
                    table[form] = (*table.get(form, ()), term)
    return table


def _rare(term: Term) -> bool:
    whole = not term.breaks and len(term.key) >= _least(term) and not term.shouted
    known = term.level == "refuse" and term.category in REFUSED and term.category not in _NOT_FUZZY
    return whole and known and term.key not in cues()["NEVER_SURE"]


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Ordinary words that lie one letter from a term."""
    return frozenset(map(fold, (folder() / "ordinary.txt").read_text(encoding="utf-8").split()))


def _one_slip(word: str, term: str) -> bool:
    """One letter left out, put in, changed, or two changed about."""
    if abs(len(word) - len(term)) > 1 or word == term:
        return word == term
    same = next((i for i, (a, b) in enumerate(zip(word, term, strict=False)) if a != b), None)
    if same is None:
        return True
    a, b = word[same:], term[same:]
    turned = a[:2] == b[1::-1] and a[2:] == b[2:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or turned


def _masked(reading: Reading) -> Iterator[Hit]:
    """ "skiz*freni": every term that fits the stars."""
    for m in _MASKED.finditer(reading.text):
        wild = re.compile("".join("[a-z]*" if c == "*" else c for c in re.sub(r"\*+", "*", m.group())))
        for term in by_beginning().get(m.group()[:3], ()) + by_beginning().get(m.group()[:2], ()):
            if len(term.key) >= _MASK_LONG and term.level == "refuse" and wild.fullmatch(term.key):
                yield _hit(m.start(), m.end(), term)
                break
