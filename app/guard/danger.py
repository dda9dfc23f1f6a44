"""Does a text speak of somebody in danger now? Then help comes before any rule about journals."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol, TypeVar

import resources

CATEGORY = "RISK_COERCION"
_ABOUT = 60  # characters on each side in which the time is told
_REACH = 2  # words a denial reaches over: "ingen aktuelle selvmordstanker"


class Place(Protocol):
    """A finding, or what the window has made of one."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def category(self) -> str: ...


P = TypeVar("P", bound=Place)


@dataclass(frozen=True, slots=True)
class Route:
    """Where to turn. `icon` is a name of the program's icons."""

    icon: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Help:
    """What is shown before anything else. `short`: one sentence where there is no room for more. Data, not code."""

    heading: str
    first: str
    seen: str
    short: str
    routes: tuple[Route, ...]


@lru_cache(maxsize=2)
def help_words(language: str) -> Help:
    """In "da" or "en"."""
    told = json.loads(resources.path(f"danger/routes_{language}.json").read_text(encoding="utf-8"))
    routes = tuple(Route(**route) for route in told.pop("routes"))
    return Help(**told, routes=routes)


def present(text: str, findings: Iterable[P]) -> tuple[P, ...]:
    """The findings by which somebody may be in danger now.

    Only what is plainly something else is left out: admission, coercion and sentences without a word of harm, what
    is denied, and what lies years back. In doubt help is offered: one card too many costs a glance.
    """
    return tuple(f for f in findings if f.category == CATEGORY and _is_now(text, f))


def _is_now(text: str, finding: Place) -> bool:
    words = f"{text[finding.start : finding.end].casefold()} "
    about = text[max(0, finding.start - _ABOUT) : finding.end + _ABOUT].casefold()
    harm = _says(words, "harm")
    if _says(words, "custody") and not harm:
        return False
    if _is_denied(words):
        return False
    return not (_says(about, "past") and not _starts(about, "now"))


def _is_denied(words: str) -> bool:
    """ "Ingen selvmordstanker"; not "vil ikke leve mere", where the denial is the danger."""
    parts = words.split()
    denials = [i for i, part in enumerate(parts) if part in _cues()["denied"]]
    near = (" ".join(parts[i + 1 : i + 2 + _REACH]) for i in denials)
    return not _says(words, "wish") and any(_says(after, "denied_of") for after in near)


def _says(words: str, cue: str) -> bool:
    return any(stem in words for stem in _cues()[cue])


def _starts(words: str, cue: str) -> bool:
    """As a word of its own, not as a part of another."""
    spaced = f" {words} "
    return any(f" {one.strip()} " in spaced for one in _cues()[cue])


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, ...]]:
    told = json.loads(resources.path("danger/cues.json").read_text(encoding="utf-8"))
    return {name: tuple(stems) for name, stems in told.items()}
