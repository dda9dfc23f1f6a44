"""Three-way merge of one record, field by field: nobody's value is ever overwritten unseen. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class State:
    """A record as the server holds it: each field's value, the revision and the device that wrote it."""

    vals: Mapping[str, Any] = field(default_factory=dict)
    frev: Mapping[str, int] = field(default_factory=dict)
    fdev: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Patch:
    """`base_rev`: the record's revision the writer had seen. `dev`: the writing device, which saw its own writes.
    `base`: the values the writer saw in place of these."""

    set: Mapping[str, Any]
    base_rev: int
    dev: str
    base: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Clash:
    """A value that did not take effect, beside the one that stays."""

    field: str
    mine: Any
    theirs: Any
    theirs_rev: int


def merge(state: State, patch: Patch, rev: int) -> tuple[State, dict[str, Any], tuple[Clash, ...]]:
    """The record at `rev`, the fields that took effect, and those that wait for a person to decide."""
    taken: dict[str, Any] = {}
    clashes: list[Clash] = []
    for name, value in patch.set.items():
        if _may_write(state, patch, name, value):
            taken[name] = value
        else:
            clashes.append(Clash(name, value, state.vals[name], state.frev[name]))
    merged = State(
        vals={**state.vals, **taken},
        frev={**state.frev, **dict.fromkeys(taken, rev)},
        fdev={**state.fdev, **dict.fromkeys(taken, patch.dev)},
    )
    return merged, taken, tuple(clashes)


def _may_write(state: State, patch: Patch, name: str, value: Any) -> bool:
    """New to the record, or the same value, or written by the same device before, or seen by the writer.

    Seen means both: the revision is known, and it is the value the writer says to replace. After a restore revisions
    are given anew, and one the writer knew from before may stand for another's change.
    """
    if name not in state.vals or state.vals[name] == value or state.fdev[name] == patch.dev:
        return True
    there = state.vals[name]
    return state.frev[name] <= patch.base_rev and _said(patch.base.get(name, there)) == _said(there)


def _said(wire: Any) -> Any:
    """Nothing and the empty text are the same; 0 is an answer."""
    return "" if wire is None else wire
