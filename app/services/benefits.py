"""Benefits guidance: the rates of a day, the worked answer, and the question passed on to those who can answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID

import resources
from app.domain.benefits import BenefitsTalk, RateFile, parse
from app.domain.records import BENEFITS_TALK
from app.services import case
from app.services.door import Held, Invalid, Saved, Typed
from app.store import access, code_lists, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault


@cache
def shipped() -> tuple[RateFile, ...]:
    """The rate files the program came with, oldest first."""
    folder = resources.path("work/rates")
    return tuple(parse(json.loads(f.read_text(encoding="utf-8"))) for f in sorted(folder.glob("*.json")))


def rates_of(on: date, taken: tuple[RateFile, ...] = ()) -> RateFile:
    """The newest file that holds on the day; else the newest there is, whose years then say that it is outdated.

    `taken`: files taken in from the jobcenter, which come before those the program came with.
    """
    files = sorted((*shipped(), *taken), key=lambda file: file.valid_from)
    return next((f for f in reversed(files) if f.holds(on)), files[-1])


def rates(vault: Vault, *, now: datetime) -> RateFile:
    """What holds today on this computer."""
    with vault.read() as tx:
        return rates_here(tx, now.date())


def rates_here(tx: Tx, on: date) -> RateFile:
    """The same inside a transaction that reads more."""
    return rates_of(on, tuple(parse(body) for body in code_lists.rate_bodies(tx)))


def talks(vault: Vault, participant: UUID, *, now: datetime) -> tuple[BenefitsTalk, ...]:
    """A participant's questions, newest first; that they were looked at is written down."""
    with vault.begin() as tx:
        access.log(tx, participant, access.Action.VIEW, now=now)
        return work.benefits_talks(tx, participant)


def refer(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """Pass a question on: `to_whom` and `question` are musts. `asked_on` is today unless it is given."""
    whole: dict[str, Typed] = {"asked_on": now.date(), **fields}
    musts = ("to_whom", "question")
    return case.put(
        vault,
        BENEFITS_TALK,
        whole,
        participant=participant,
        now=now,
        kept=kept,
        musts=musts,
        changes=case.WORK,
    )


def change(
    vault: Vault, id: UUID, *, fields: Mapping[str, Typed], now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    """The answer that came back, and that the participant got it."""
    musts = ("to_whom", "question")
    return case.put(vault, BENEFITS_TALK, fields, id=id, now=now, kept=kept, musts=musts, changes=case.WORK)
