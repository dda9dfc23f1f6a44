"""The other people's cases as a team leader may see them without being a member: figures and case numbers, no word of anybody's."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as hour
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from app.domain.case_codes import ReadReason
from app.domain.participant import ENDED
from app.protocol.messages import FiguresLeft, LateDrafts, MayRead, TeamCase
from app.protocol.operation import moment
from server import assign, book, db
from server.auth import Caller
from server.problems import Refused

DENMARK: Final = ZoneInfo("Europe/Copenhagen")
READ: Final = "read_case"
_APPEND: Final = "journal.append"


@dataclass(frozen=True, slots=True)
class _Courses:
    """Every course of a jobcenter as it stood at `of`: epoch, revision and Danish day. `until`: when to look anew all the
    same, because what is erased by age moves no revision."""

    of: tuple[str, int, date]
    until: float
    all: tuple[TeamCase, ...]


_LOOK_ANEW = 300.0  # seconds
_remembered: dict[str, _Courses] = {}  # by feed; of one worker


def cases(tx: sa.Connection, feed: str, *, apart_from: frozenset[UUID]) -> list[TeamCase]:
    """Every course, ended ones too, in the order of its id, but those the leader holds. Days are Danish."""
    at = tx.execute(_AT, {"feed": feed}).one()
    of, known = (at.epoch, at.head, at.now.astimezone(DENMARK).date()), _remembered.get(feed)
    if known is None or known.of != of or known.until < time.monotonic():
        known = _Courses(of, time.monotonic() + _LOOK_ANEW, _read(tx, feed, of[2]))
        _remembered[feed] = known
    mine = {str(cand) for cand in apart_from}
    return [one for one in known.all if one.cand not in mine]


def _read(tx: sa.Connection, feed: str, today: date) -> tuple[TeamCase, ...]:
    """Counted where the rows are: of five thousand courses' appointments and steps only what they come to is fetched."""
    last = {row.cand: row.at.astimezone(DENMARK).date() for row in tx.execute(_NOTES, {"feed": feed})}
    overdue: dict[str, int] = {}
    for query in (_APPOINTMENTS, _SUPPORT, _STEPS):
        for row in tx.execute(query, {"feed": feed, "today": today}):
            if row.last is not None:
                cand = UUID(row.cand)
                last[cand] = max(last.get(cand, row.last), row.last)
            overdue[row.cand] = overdue.get(row.cand, 0) + row.overdue
    found = []
    for row in tx.execute(_PARTICIPANTS, {"feed": feed}):
        phase, seen = row.phase or "", last.get(row.id)
        late = 0 if phase in ENDED else overdue.get(str(row.id), 0)
        said = (str(row.id), row.case_no or "", row.consultant or "", phase, row.ips_start)
        found.append(TeamCase(*said, seen.isoformat() if seen else None, late))
    return tuple(found)


def late_drafts(tx: sa.Connection, feed: str, *, apart_from: str = "") -> list[LateDrafts]:
    """By person, of the computers that are in use, as each last said (DOMAIN 4.3: after 72 hours the leader's list)."""
    return [
        LateDrafts(row.person, int(row.drafts), row.since.isoformat())
        for row in tx.execute(_DRAFTS, {"feed": feed, "me": apart_from})
    ]


def figures_left(tx: sa.Connection, feed: str) -> list[FiguresLeft]:
    """What the server itself has handed out; the exports of programs are records, and come with them."""
    return [
        FiguresLeft(row.first_day.isoformat(), row.last_day.isoformat(), row.digest)
        for row in tx.execute(_FIGURES, {"feed": feed})
    ]


def let_read(tx: sa.Connection, caller: Caller, cand: UUID, reason: str, *, now: datetime) -> MayRead:
    """The case is the leader's to read until the end of tomorrow; who, which and why stand among the acts first."""
    if not book.leads(tx, caller.feed, caller.person):
        raise Refused("not-found")  # as if there were no such case
    if reason not in frozenset(ReadReason):
        raise Refused("bad-request")
    tomorrow = now.astimezone(DENMARK).date() + timedelta(days=1)
    until = datetime.combine(tomorrow, hour(23, 59), tzinfo=DENMARK)
    assign.deputise(tx, feed=caller.feed, cand=cand, whom=caller.person, until=until, now=now)
    tx.execute(
        sa.insert(db.act).values(
            feed=caller.feed, at=now, person=caller.person, what=READ, device=caller.device, cand=cand, reason=reason,
        )
    )  # fmt: skip
    return MayRead(until=moment(until))


def _of(kind: str) -> tuple[sa.ColumnElement[bool], ...]:
    """Those of a case; what somebody keeps for themself is nobody's to count."""
    rec = db.rec.c
    return rec.feed == sa.bindparam("feed"), rec.type == kind, rec.cand.is_not(None)


def _said(name: str) -> sa.ColumnElement[str]:
    """A value of a record; None for an empty one."""
    return sa.func.nullif(db.rec.c.vals[name].astext, "")


def _danish_day(name: str) -> sa.ColumnElement[date]:
    at = sa.cast(_said(name), sa.DateTime(timezone=True))
    return sa.cast(sa.func.timezone(DENMARK.key, at), sa.Date)


def _counted(kind: str, last: sa.ColumnElement[Any], overdue: sa.ColumnElement[bool]) -> sa.Select[Any]:
    """By participant: the newest day, and how many steps are overdue."""
    whose = _said("participant")
    late = sa.func.count().filter(overdue)
    return (
        sa.select(whose.label("cand"), last.label("last"), late.label("overdue"))
        .where(*_of(kind), whose.is_not(None))
        .group_by(whose)
    )


_DRAFTS = (
    sa.select(
        db.device.c.person, sa.func.sum(db.device.c.drafts).label("drafts"), sa.func.min(db.device.c.draft_on).label("since")
    )
    .where(
        db.device.c.feed == sa.bindparam("feed"), db.device.c.person != sa.bindparam("me"), db.device.c.drafts > 0,
        db.device.c.revoked_at.is_(None), db.device.c.wipe_requested_at.is_(None),
    )
    .group_by(db.device.c.person)
    .order_by(db.device.c.person)
)  # fmt: skip
_LEFT = db.figures_left.c
_FIGURES = (
    sa.select(_LEFT.first_day, _LEFT.last_day, _LEFT.digest)
    .where(_LEFT.feed == sa.bindparam("feed"))
    .order_by(_LEFT.first_day, _LEFT.last_day, _LEFT.digest)
)
_TODAY = sa.bindparam("today", type_=sa.Date)
_AT = sa.select(db.feed.c.epoch, db.feed.c.head, sa.func.now().label("now")).where(
    db.feed.c.id == sa.bindparam("feed")
)
_NOTES = (
    sa.select(db.op.c.cand, sa.func.max(db.op.c.received_at).label("at"))
    .where(
        db.op.c.feed == sa.bindparam("feed"), db.op.c.kind == _APPEND, db.op.c.rev.is_not(None),
        db.op.c.cand.is_not(None),
    )
    .group_by(db.op.c.cand)
)  # fmt: skip
_CANCELLED = _said("cancelled_at").is_not(None)
_WAS_HELD = sa.and_(_said("held_at").is_not(None), sa.not_(_CANCELLED))
_STARTS = _danish_day("starts_at")
_APPOINTMENTS = _counted(
    "appointment",
    sa.func.max(_STARTS).filter(_WAS_HELD),
    sa.and_(_said("held_at").is_(None), sa.not_(_CANCELLED), _STARTS < _TODAY),
)
_SUPPORT = _counted("support_contact", sa.func.max(_danish_day("at")), sa.false())
_STEPS = _counted("task", sa.null(), sa.and_(_said("done_at").is_(None), _danish_day("due_on") < _TODAY))
_PARTICIPANTS = sa.select(
    db.rec.c.id, *(db.rec.c.vals[name].astext.label(name) for name in ("case_no", "consultant", "phase", "ips_start"))
).where(*_of("participant")).order_by(sa.cast(db.rec.c.id, sa.Text))  # fmt: skip
