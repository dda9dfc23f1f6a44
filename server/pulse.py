"""Whether two copies of one computer greet the server by turns, as after a disk was copied and both were used.

A computer tells a word of chance at each greeting, and the word of its last greeting that was answered. A copy that was
put back tells an old word, once; an answer that was lost leaves a word nobody ever tells. Where somebody tells the very word
another copy's greeting has just taken the place of, and then that other does the same, both live.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from app.protocol.messages import Hello
from server import db
from server.problems import Refused

TWO_COPIES = "two-copies"
TOLD_FOR = timedelta(days=7)
_NEW = insert(db.device_pulse)
_NOTE = _NEW.on_conflict_do_update(
    index_elements=["device"],
    set_={name: _NEW.excluded[name] for name in ("word", "other", "swaps", "two_at")},
)
_WORD = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Pulse:
    """`word`: of the newest greeting. `other`: what the greeting that did not know its forerunner took the place of.
    `swaps`: how often in a row a copy came back for its word. `two_at`: when both were last seen to live."""

    word: str
    other: str | None = None
    swaps: int = 0
    two_at: datetime | None = None


def beat(before: Pulse | None, told: str, word: str, *, now: datetime) -> Pulse:
    """`told`: the word the computer remembers; empty before its first greeting."""
    if before is None or told == before.word:
        return replace(before or Pulse(""), word=word)
    if word == before.word:
        return before  # the same greeting once more
    swaps = before.swaps + 1 if told and told == before.other else 0
    return Pulse(word, before.word, swaps, now if swaps > 1 else before.two_at)


def commands(pulse: Pulse, now: datetime) -> list[str]:
    """For a week after it was last seen; both copies are to hear of it."""
    return [TWO_COPIES] if pulse.two_at is not None and now - pulse.two_at < TOLD_FOR else []


def heard(tx: sa.Connection, device: UUID, said: Hello, known: sa.Row[Any], *, now: datetime) -> list[str]:
    """Note this greeting; what the computer is to be told of it. A program from before tells no word. `known`: the row
    of this computer's pulse, or Nones; its device's row is locked."""
    if not said.pulse:
        return []
    if not _WORD.fullmatch(said.pulse) or (said.told and not _WORD.fullmatch(said.told)):
        raise Refused("bad-request")
    before = None if known.word is None else Pulse(known.word, known.other, known.swaps, known.two_at)
    pulse = beat(before, said.told, said.pulse, now=now)
    tx.execute(_NOTE, {"device": device, **asdict(pulse)})
    return commands(pulse, now)
