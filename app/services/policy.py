"""Use case: what the municipality has decided on this computer, for IT and for the window Politik."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app import paths, settings
from app.policy.resolve import Fault, Problem
from app.policy.table import RULES


@dataclass(frozen=True, slots=True)
class Line:
    """One policy. `layer`: who decided: `machine`, `user`, `installation`, `default`, or `own` for the user's choice.

    `locked`: nobody else may change it. `strict`: what was given could not be followed, so the stricter side holds.
    Keys are told by their length alone; they are public, but nobody can check 44 characters by eye here.
    """

    name: str
    value: Any
    layer: str
    locked: bool
    strict: bool


@dataclass(frozen=True, slots=True)
class Source:
    layer: str
    where: str
    fault: Fault | None


@dataclass(frozen=True, slots=True)
class Report:
    lines: tuple[Line, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]

    @property
    def managed(self) -> bool:
        return any(line.locked for line in self.lines)


def report(profile: Path | None = None, machine: Path | None = None) -> Report:
    """Read anew; never raises for a bad policy."""
    home = paths.profile(profile)
    found = settings.policies(home, machine)
    now = settings.load(home, machine)
    lines = []
    for rule in RULES:
        held = found.held[rule.name]
        value, layer = held.value, held.layer
        if rule.own and getattr(now, rule.name) != value:
            value, layer = getattr(now, rule.name), "own"
        locked = held.decided and not settings.may_choose(now, rule.name)
        lines.append(Line(rule.name, _told(value), layer, locked, held.strict))
    sources = tuple(Source(source.layer, source.where, source.fault) for source in found.sources)
    return Report(tuple(lines), sources, found.problems)


def _told(value: Any) -> Any:
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, tuple):
        return [_told(each) for each in value]
    return value
