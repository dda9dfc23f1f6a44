"""The other people's cases as a team leader may see them without being a member: figures and case numbers, no word of anybody's."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

import sqlalchemy as sa

from app.domain.case_codes import ReadReason
from app.domain.participant import ENDED
from app.protocol.messages import MayRead, TeamCase
from app.protocol.operation import moment
from server import assign, book, db
from server.auth import Caller
from server.problems import Refused

DENMARK: Final = ZoneInfo("Europe/Copenhagen")
READ: Final = "read_case"
_APPEND: Final = "journal.append"


def cases(tx: sa.Connection, feed: str, *, apart_from: frozenset[UUID]) -> list[TeamCase]:
    """Every course, ended ones too, in the order of its id, but those the leader holds. Days are Danish."""
    today = tx.execute(sa.select(sa.func.now())).scalar_one().astimezone(DENMARK).date()
    last, overdue = _last(tx, feed), _overdue(tx, feed, today)
    found = []
    for id, vals in _recs(tx, feed, "participant"):
        phase = str(vals.get("phase") or "")
        if id in apart_from:
            continue
        seen = last.get(id)
        found.append(
            TeamCase(
                str(id), str(vals.get("case_no") or ""), str(vals.get("consultant") or ""), phase, vals.get("ips_start"),
                seen.isoformat() if seen else None, 0 if phase in ENDED else overdue.get(id, 0),
            )
        )  # fmt: skip
    return sorted(found, key=lambda one: one.cand)


def let_read(tx: sa.Connection, caller: Caller, cand: UUID, reason: str, *, now: datetime) -> MayRead:
    """The case is the leader's to read until the end of tomorrow; who, which and why stand among the acts first."""
    if not book.leads(tx, caller.feed, caller.person):
        raise Refused("not-found")  # as if there were no such case
    if reason not in frozenset(ReadReason):
        raise Refused("bad-request")
    tomorrow = now.astimezone(DENMARK).date() + timedelta(days=1)
    until = datetime.combine(tomorrow, time(23, 59), tzinfo=DENMARK)
    assign.deputise(tx, feed=caller.feed, cand=cand, whom=caller.person, until=until, now=now)
    tx.execute(
        sa.insert(db.act).values(
            feed=caller.feed, at=now, person=caller.person, what=READ, device=caller.device, cand=cand, reason=reason,
        )
    )  # fmt: skip
    return MayRead(until=moment(until))


def _recs(tx: sa.Connection, feed: str, kind: str) -> list[tuple[UUID, dict[str, Any]]]:
    """Those of a case; what somebody keeps for themself is nobody's to count."""
    rec = db.rec.c
    of_cases = (rec.feed == feed, rec.type == kind, rec.cand.is_not(None))
    rows = tx.execute(sa.select(rec.id, rec.vals).where(*of_cases))
    return [(row.id, row.vals) for row in rows]


def _last(tx: sa.Connection, feed: str) -> dict[UUID, date]:
    op = db.op.c
    mine = (op.feed == feed, op.kind == _APPEND, op.rev.is_not(None), op.cand.is_not(None))
    rows = tx.execute(
        sa.select(op.cand, sa.func.max(op.received_at).label("at")).where(*mine).group_by(op.cand)
    )
    found = {row.cand: row.at.astimezone(DENMARK).date() for row in rows}
    held = [v for _, v in _recs(tx, feed, "appointment") if v.get("held_at") and not v.get("cancelled_at")]
    for vals, at in [(v, v.get("starts_at")) for v in held] + [
        (v, v.get("at")) for _, v in _recs(tx, feed, "support_contact")
    ]:
        if vals.get("participant") and at:
            whose, day = UUID(str(vals["participant"])), _day(str(at))
            found[whose] = max(found.get(whose, day), day)
    return found


def _overdue(tx: sa.Connection, feed: str, today: date) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    open_ = [(v, v.get("due_on")) for _, v in _recs(tx, feed, "task") if not v.get("done_at")]
    open_ += [
        (v, v.get("starts_at")) for _, v in _recs(tx, feed, "appointment")
        if not v.get("held_at") and not v.get("cancelled_at")
    ]  # fmt: skip
    for vals, when in open_:
        if vals.get("participant") and when and _day(str(when)) < today:
            whose = UUID(str(vals["participant"]))
            found[whose] = found.get(whose, 0) + 1
    return found


def _day(text: str) -> date:
    if len(text) <= len("2026-11-23"):
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).astimezone(DENMARK).date()
