"""Who is spoken of about a hit, and whether the sentence is about work, things, law or stories instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.guard.fields import fields
from app.guard.lexicon import folder, is_cue
from app.guard.normalise import Reading, Token, fold

_HE = frozenset({"HE", "HIM", "ME"})
_HIS = frozenset({"HIS", "SIN"})
_NOUNISH = re.compile(r"(?:et|en|erne|ene|ing|hed|tion|else|ner|rne|skab|er|ende)s?$")
_REACH = 4


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    return frozenset(map(fold, (folder() / "names.txt").read_text(encoding="utf-8").split()))


@dataclass(frozen=True, slots=True)
class Context:
    """The sentence [first, after) of tokens about a hit on the tokens [a, b]."""

    reading: Reading
    first: int
    after: int
    a: int
    b: int

    def others(self) -> Iterator[Token]:
        for i in range(self.first, self.after):
            if not self.a <= i <= self.b:
                yield self.reading.tokens[i]

    def says(self, *wanted: str) -> bool:
        """A word of one of the cues stands in the sentence, outside the hit."""
        return any(is_cue(cue, t.text, self._written(t)) for t in self.others() for cue in wanted)

    def _written(self, token: Token) -> str:
        start, end = self.reading.span(token.start, token.end)
        return self.reading.source[start:end]

    def about_nobody(self) -> bool:
        """Work, things, stories, law or people in general."""
        return self.says("THING", "WORKING", "EVERYBODY")

    def owned(self) -> bool:
        """ "hans …", "sin svære …", "Olgas …" right before."""
        for i in range(self.a - 1, max(self.first, self.a - 3) - 1, -1):
            token = self.reading.tokens[i]
            if _HIS & set(fields(token.text)) or token.text in ("min", "mit", "mine"):
                return True
            if token.text.endswith("s") and self.is_name(i):
                return True
        return False

    def predicated(self) -> bool:
        """A person and a verb of having, being or taking right before: "hun har …", "Otto får …"."""
        verb = self._verb_before()
        if verb is None:
            return False
        near = range(max(self.first, verb - 3), min(self.after, verb + 3))
        return any(self.is_person(i) for i in near if not self.a <= i <= self.b)

    def heads(self) -> bool:
        """The word stands where the one spoken of would: "Ludomani: arbejder ikke …", "PTSD, møder helst …", "Ulrik: …"."""
        text, tokens = self.reading.text, self.reading.tokens
        if self.a == self.first and self.b + 1 < self.after:
            following = tokens[self.b + 1]
            parted = text[tokens[self.b].end : following.start].strip() in (":", ",")
            return parted and is_cue("TELLING", following.text, self._written(following))
        if self.a - 1 == self.first and self.is_name(self.first):
            return text[tokens[self.first].end : tokens[self.a].start].strip() in (":", ",")
        return False

    def said_of_somebody(self) -> bool:
        """ "Svenja har …", "hun er …", with nothing between."""
        before = self.a - 1
        if before - 1 < self.first:
            return False
        word = self.reading.tokens[before].text
        return word in ("er", "har", "fik", "var") and self.is_person(before - 1)

    def _verb_before(self) -> int | None:
        for i in range(self.a - 1, max(self.first, self.a - 1 - _REACH) - 1, -1):
            if {"HAVE", "TAKE"} & set(fields(self.reading.tokens[i].text)) or self.reading.tokens[
                i
            ].text in _BE:
                return i
        return None

    def somebody(self) -> bool:
        """The sentence has a person: the candidate, a relative, a name."""
        return any(
            self.is_person(i) or "FAM" in fields(self.reading.tokens[i].text)
            for i in range(self.first, self.after)
            if not self.a <= i <= self.b
        )

    def is_person(self, i: int) -> bool:
        return bool(_HE & set(fields(self.reading.tokens[i].text))) or self.is_name(i)

    def is_name(self, i: int) -> bool:
        """A first name: known, or written with a capital where no sentence begins."""
        token = self.reading.tokens[i]
        if not self.reading.source[self.reading.at[token.start]].isupper():
            return False
        if token.text in names() or (token.text.endswith("s") and token.text[:-1] in names()):
            return True
        return (
            i > self.first
            and token.text.isalpha()
            and not fields(token.text)
            and not _NOUNISH.search(token.text)
        )


_BE = frozenset({"er", "var", "blev", "bliver", "vaeret", "varet", "pa"})
