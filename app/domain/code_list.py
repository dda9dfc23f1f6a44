"""Law terms, benefits, measures and names as dated data: a list replaces the one before it, old cases keep theirs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final

import resources
from app.domain.course import covers

SHIPPED: Final = ("benefit", "measure", "readiness", "employment_form", "kle_defaults", "db07", "terms")
# What a list must say of each of its codes besides its words; None where the source does not say.
_ASKED: Final[Mapping[str, Mapping[str, tuple[bool | None, ...]]]] = {
    "employment_form": {"strict": (True, False), "trial": (True, False, None), "hours": (True, False)}
}


@dataclass(frozen=True, slots=True)
class Code:
    """One term and the days, both included, on which a new case may get it. `words`: language → what it is called.
    `says`: what the list says of it besides, as yes, no or None for nothing."""

    code: str
    words: Mapping[str, str]
    valid_from: date | None
    valid_to: date | None
    law: str
    says: Mapping[str, bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodeList:
    """`valid_from`: the day the list takes over. `review_by`: the day somebody should have looked for a newer one."""

    name: str
    valid_from: date
    valid_to: date | None
    review_by: date | None
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True)
class CodeLists:
    """Every list this program knows, shipped and taken in, oldest first."""

    lists: tuple[CodeList, ...] = ()

    def on(self, name: str, day: date) -> CodeList | None:
        """The list in force that day; the first of its name for a day before any."""
        mine = [one for one in self.lists if one.name == name]
        begun = [one for one in mine if one.valid_from <= day]
        return begun[-1] if begun else mine[0] if mine else None

    def choices(self, name: str, day: date) -> tuple[Code, ...]:
        """What a case may be given that day."""
        found = self.on(name, day)
        return tuple(c for c in found.codes if covers(c.valid_from, c.valid_to, day)) if found else ()

    def find(self, name: str, code: str, day: date | None) -> Code | None:
        """A code as it was on a day; by the newest list that knows it where that day's does not."""
        at = self.on(name, day) if day else None
        known = [one for one in (at, *(o for o in reversed(self.lists) if o.name == name)) if one is not None]
        return next((entry for one in known for entry in one.codes if entry.code == code), None)

    def word(self, name: str, code: str, day: date | None, language: str = "da") -> str:
        """What a code was called on a day."""
        found = self.find(name, code, day)
        return code if found is None else found.words.get(language) or found.words.get("da") or code

    def outdated(self, today: date) -> tuple[str, ...]:
        """The names whose list in force has ended, or should have been looked at by now."""
        names = dict.fromkeys(one.name for one in self.lists)
        found = {name: self.on(name, today) for name in names}
        return tuple(name for name, one in found.items() if one and _is_old(one, today))


def parse(body: Mapping[str, Any]) -> CodeList:
    """Raises ValueError, KeyError or TypeError where the file's shape is wrong."""
    asked = _ASKED.get(str(body["name"]), {})
    codes = tuple(_code(one, asked) for one in body["codes"])
    if len({c.code for c in codes}) != len(codes) or not codes:
        raise ValueError("codes")
    name = str(body["name"])
    if not name.isidentifier():
        raise ValueError("name")
    first = _day(body["valid_from"])
    if first is None:
        raise ValueError("valid_from")
    return CodeList(name, first, _day(body.get("valid_to")), _day(body.get("review_by")), codes)


def together(lists: Iterable[CodeList]) -> CodeLists:
    """Of two with the same name and first day, the later in the sequence holds."""
    by_key = {(one.name, one.valid_from): one for one in lists}
    return CodeLists(tuple(sorted(by_key.values(), key=lambda one: (one.name, one.valid_from))))


@lru_cache(maxsize=1)
def shipped() -> tuple[CodeList, ...]:
    """Those that came with the program."""
    return tuple(parse(_read(name)) for name in SHIPPED)


def _read(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(resources.path(f"codelists/{name}.json").read_text("utf-8"))
    return told


def _code(told: Mapping[str, Any], asked: Mapping[str, tuple[bool | None, ...]]) -> Code:
    words = {language: str(told[language]) for language in ("da", "en") if told.get(language)}
    if "da" not in words:
        raise ValueError("da")
    says = {name: told[name] for name in asked}
    if any(not any(value is one for one in asked[name]) for name, value in says.items()):
        raise ValueError("says")
    return Code(
        str(told["code"]),
        words,
        _day(told.get("valid_from")),
        _day(told.get("valid_to")),
        str(told.get("law", "")),
        says,
    )


def _day(told: object) -> date | None:
    return None if told is None else date.fromisoformat(str(told))


def _is_old(one: CodeList, today: date) -> bool:
    ended = one.valid_to is not None and one.valid_to < today
    return ended or (one.review_by is not None and one.review_by < today)
