"""A whole jobcenter out of one description: tables, keys, caseload and invitations; for the demo and for rehearsals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import sqlalchemy as sa

from server import caseload, enrol, identity, setup

_HOURS = 24


class Unreadable(Exception):
    """The reason in one sentence."""


class Guest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person whose computers are invited: `computers` one-time codes."""

    person: str
    name: str
    role: str = "consultant"
    computers: int = 1


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`caseload`: a file as `load-caseload` reads it. `invitations`: where to write them, a line each."""

    name: str
    caseload: str
    invitations: str
    guests: list[Guest]


def furnish(engine: sa.Engine, state: Path, plan_file: Path, *, now: datetime) -> Callable[[str], None]:
    """Make what is missing. Returns what writes the invitations once the server knows its address.

    Raises Unreadable, and CaseloadFileRefused for a caseload with a bad row."""
    plan = _read(plan_file)
    setup.migrate(engine)
    identity.make(state, hosts=["localhost", "127.0.0.1"], certificate=None, now=now)
    me = identity.load(state)
    with engine.begin() as tx:
        server = setup.found(tx, me, feed_name=plan.name, now=now)
    data = (plan_file.parent / plan.caseload).read_bytes()
    caseload.load(engine, data, server=server, sign=me.sign, add_people=True, now=now)

    def invite(address: str) -> None:
        with engine.begin() as tx:
            feed, _ = setup.the_feed(tx)
            lines = [
                _invitation(tx, me, guest, feed, address, now)
                for guest in plan.guests
                for _ in range(guest.computers)
            ]
        (plan_file.parent / plan.invitations).write_text(
            "".join(f"{line}\n" for line in lines), encoding="utf-8"
        )

    return invite


def _invitation(
    tx: sa.Connection, me: identity.Identity, guest: Guest, feed: str, address: str, now: datetime
) -> str:
    code = enrol.new_code(
        tx, feed=feed, person=guest.person, name=guest.name, role=guest.role, hours=_HOURS, now=now
    )
    return enrol.invitation(url=address, pins=me.pins, key=me.public, code=code)


def _read(file: Path) -> Plan:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Plan)
    except (OSError, msgspec.DecodeError) as error:
        raise Unreadable(f"{file.name}: {error}") from None
