"""Taking in a caseload file: operations signed by the server itself, and whose caseload each participant is in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import uuid6

from app.domain import caseload_file
from app.domain.caseload_file import Row
from app.domain.cpr import Cpr
from app.domain.records import to_wire
from app.guard import ClearedText
from server import book, db, enrol
from server.system import Saying

Sign = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True)
class Loaded:
    """`moved`: participants who got another consultant."""

    rows: int
    new: int
    changed: int
    moved: int


@dataclass(frozen=True, slots=True)
class _Known:
    """Participants the jobcenter has, and how a file's row finds them."""

    vals: dict[UUID, tuple[dict[str, Any], int]]
    by_cpr: dict[str, UUID]
    by_case: dict[str, UUID]

    def find(self, row: Row) -> UUID | None:
        cpr, case = row.values.get("cpr"), row.values.get("case_no")
        found = self.by_cpr.get(cpr.digits) if isinstance(cpr, Cpr) else None
        if found is None and isinstance(case, ClearedText) and case.text:
            found = self.by_case.get(case.text)
        return found


def load(
    engine: sa.Engine, data: bytes, *, server: str, sign: Sign, person_column: str | None = None,
    add_people: bool = False, now: datetime,
) -> Loaded:  # fmt: skip
    """Make new participants, change what the file says otherwise, and move those whose consultant changed.

    One transaction: nobody ever sees half a file. None is open while the guard reads the file: of thousands of rows that
    takes minutes, and the database gives up on whoever says nothing for ten seconds in a transaction.
    Raises CaseloadFileRefused with every bad cell.
    """
    with engine.begin() as tx:
        known = _people(tx, _feed_of(tx, server))
    rows = caseload_file.parse(
        data, consultant_column=person_column, people=None if add_people else frozenset(known)
    ).rows
    with engine.begin() as tx:
        return _enter(tx, rows, server=server, sign=sign, now=now)


def _feed_of(tx: sa.Connection, server: str) -> str:
    return str(tx.execute(sa.select(db.device.c.feed).where(db.device.c.id == UUID(server))).scalar_one())


def _enter(tx: sa.Connection, rows: Sequence[Row], *, server: str, sign: Sign, now: datetime) -> Loaded:
    device = tx.execute(sa.select(db.device).where(db.device.c.id == UUID(server)).with_for_update()).one()
    feed = tx.execute(sa.select(db.feed).where(db.feed.c.id == device.feed).with_for_update()).one()
    people = _people(tx, feed.id)
    _add_people(tx, feed.id, rows, people)
    known = _known(tx, feed.id)
    saying = Saying.open(tx, feed=feed.id, sign=sign, now=now)
    new = changed = 0
    homes: dict[UUID, str] = {}
    for row in rows:
        there = known.find(row)
        wire = {name: to_wire(value) for name, value in (row.values if there else row.as_new()).items()}
        id = there or UUID(int=uuid6.uuid7().int)
        if "consultant" in wire:
            wire["consultant"] = homes[id] = people[str(wire["consultant"]).casefold()]
        said = _say(saying, id, wire, known.vals.get(id, ({}, 0)))
        new, changed = new + (there is None), changed + (said and there is not None)
    saying.push(tx)
    moved = _settle(tx, feed.id, homes, since=feed.head, now=now)
    return Loaded(rows=len(rows), new=new, changed=changed, moved=moved)


def _say(saying: Saying, id: UUID, wire: dict[str, Any], known: tuple[dict[str, Any], int]) -> bool:
    """Say what differs; false when nothing does."""
    vals, _ = known
    differing = {n: v for n, v in wire.items() if n not in vals or vals[n] != v}
    if differing:
        saying.patch("participant", id, differing, known, cand=id)
    return bool(differing)


def _people(tx: sa.Connection, feed: str) -> dict[str, str]:
    """What a file may call a consultant, id or name, casefolded → person id."""
    people = {"": ""}
    for person in tx.execute(sa.select(db.person).where(db.person.c.feed == feed)):
        people[person.id.casefold()] = people[person.name.casefold()] = person.id
    return people


def _add_people(tx: sa.Connection, feed: str, rows: Sequence[Row], people: dict[str, str]) -> None:
    for said in dict.fromkeys(str(row.values.get("consultant") or "") for row in rows):
        if said.casefold() not in people:
            id = said if enrol.PERSON_ID.fullmatch(said) else uuid6.uuid7().hex
            people[said.casefold()] = id
            enrol.add_person(tx, feed=feed, person=id, name=said, role="consultant")


def _known(tx: sa.Connection, feed: str) -> _Known:
    rec = db.rec.c
    rows = tx.execute(
        sa.select(rec.id, rec.rev, rec.vals).where(rec.feed == feed, rec.type == "participant")
    ).all()
    return _Known(
        vals={r.id: (r.vals, r.rev) for r in rows},
        by_cpr={r.vals["cpr"]: r.id for r in rows if r.vals.get("cpr")},
        by_case={r.vals["case_no"]: r.id for r in rows if r.vals.get("case_no")},
    )


def _settle(tx: sa.Connection, feed: str, homes: dict[UUID, str], *, since: int, now: datetime) -> int:
    """Each participant of the file is in the caseload of the person the file names, and no longer in another's."""
    member = db.membership.c
    current = tx.execute(
        sa.select(member.cand, member.person).where(
            member.feed == feed, member.role == "consultant", member.upto_rev.is_(None)
        )
    )
    now_with: dict[UUID, set[str]] = {}
    for row in current:
        now_with.setdefault(row.cand, set()).add(row.person)
    moved = 0
    for cand, person in homes.items():
        others = now_with.get(cand, set()) - {person}
        if others:
            _end(tx, feed, cand, others, upto=since, now=now)
            moved += 1
        if person and person not in now_with.get(cand, set()):
            book.join(tx, feed=feed, cand=cand, person=person, since=since)
    return moved


def _end(tx: sa.Connection, feed: str, cand: UUID, people: set[str], *, upto: int, now: datetime) -> None:
    member = db.membership.c
    theirs = (member.feed == feed, member.cand == cand, member.person.in_(people))
    tx.execute(sa.update(db.membership).where(*theirs).values(upto_rev=upto, ended_at=now))
