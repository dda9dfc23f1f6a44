"""Machine policy before user policy before what the program brings. What is wrong is told and falls to the stricter side."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.policy.table import BY_NAME, RULES, Rule


class Fault(enum.StrEnum):
    """Why something in a policy is not followed."""

    UNKNOWN = "unknown"  # no policy has this name
    WRONG = "wrong"  # not of the kind, or outside the bounds
    UNREADABLE = "unreadable"  # the whole source
    WRITABLE = "writable"  # others than an administrator can write the whole source


@dataclass(frozen=True, slots=True)
class Source:
    """One layer as it was read: where, and what it says by policy name. `fault`: nothing of it can be believed."""

    layer: str
    where: str
    said: Mapping[str, Any]
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """`name`: of the policy, or of the source when all of it is meant. The value itself is never repeated."""

    layer: str
    name: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Held:
    """What holds now. `layer`: `machine`, `user`, `installation` or `default`; `strict`: fallen to the stricter side."""

    value: Any
    layer: str = "default"
    strict: bool = False

    @property
    def decided(self) -> bool:
        """By a policy, so that nobody else may."""
        return self.layer in ("machine", "user")


@dataclass(frozen=True, slots=True)
class Policies:
    """`sources`: the layers that were there, the strongest first."""

    held: Mapping[str, Held]
    problems: tuple[Problem, ...] = ()
    sources: tuple[Source, ...] = ()

    def value(self, name: str) -> Any:
        return self.held[name].value


def held(sources: Iterable[Source]) -> Policies:
    """`sources`: the strongest layer first. Never raises: a bad policy neither stops the program nor weakens it."""
    layers = tuple(sources)
    found: dict[str, Held] = {}
    problems: list[Problem] = []
    for source in layers:
        answers, wrong = _answers(source)
        problems += wrong
        found = answers | found
    return Policies(
        {rule.name: found.get(rule.name, Held(rule.default)) for rule in RULES}, tuple(problems), layers
    )


def _answers(source: Source) -> tuple[dict[str, Held], list[Problem]]:
    if source.fault is not None:
        strict = {rule.name: _strictest(rule, source.layer) for rule in RULES if not rule.own or rule.tighten}
        return strict, [Problem(source.layer, source.where, source.fault)]
    answers, problems = {}, []
    for name, given in source.said.items():
        rule = BY_NAME.get(name)
        if rule is None:
            problems.append(Problem(source.layer, name, Fault.UNKNOWN))
            continue
        try:
            answers[name] = Held(rule.kind.read(given), source.layer)
        except (ValueError, TypeError):
            answers[name] = _strictest(rule, source.layer)
            problems.append(Problem(source.layer, name, Fault.WRONG))
    return answers, problems


def _strictest(rule: Rule, layer: str) -> Held:
    return Held(rule.strict, layer, strict=True)
