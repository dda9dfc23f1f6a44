"""Gate 0: which of the computer's networks the municipality's policy lets a byte leave by. Pure; fails closed."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass

NONE, DOMAIN, LISTED = "none", "domain", "listed"


@dataclass(frozen=True, slots=True)
class Interface:
    """One that is up. `index`: the operating system's number of it. `domain`: the domain has authenticated this computer
    through it. `marks`: by what a policy may list it, `if:NAME` or `id:UUID` of the profile that made the connection."""

    index: int
    name: str
    domain: bool = False
    marks: frozenset[str] = frozenset()


class Why(enum.Enum):
    """Why no interface is let through."""

    ELSEWHERE = enum.auto()  # the system knows its networks, and none is the municipality's
    UNKNOWN = enum.auto()  # the system cannot tell at all


def admitted(
    interfaces: Iterable[Interface] | None, *, gate: str, networks: tuple[str, ...]
) -> tuple[Interface, ...] | Why:
    """`interfaces`: None where the system gives no answer. A gate that nobody knows lets nothing through."""
    if interfaces is None:
        return Why.UNKNOWN
    wanted = frozenset(networks)
    domain, listed = gate == DOMAIN, gate == LISTED
    found = (
        one for one in interfaces if (domain and one.domain) or (listed and not wanted.isdisjoint(one.marks))
    )
    return tuple(found) or Why.ELSEWHERE
