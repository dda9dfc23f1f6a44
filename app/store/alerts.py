"""The facts the reminders ask for, of all cases at once: a query a fact, never a query a case."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa

from app.domain import consent
from app.domain.alerts import CaseFacts
from app.domain.career import PlanStatus
from app.domain.consent import Consent
from app.domain.course import Link, StarMarker, kind_at_start
from app.domain.employer import ContactMode
from app.domain.life_cycle import Action
from app.domain.participant import Phase
from app.store import caseload, person
from app.store.tables import RECORDS, contact_for, employer_contact, outbox
from app.store.tables import participant as participants

Whose = sa.ScalarSelect[UUID]
_PHASES = {phase.value: phase for phase in Phase}
_JOB_CHANGES = (Action.START_JOB.value, Action.LOSE_JOB.value, Action.START_EDUCATION.value)


def of_cases(tx: sa.Connection, me: str, mine: frozenset[str], today: date) -> tuple[CaseFacts, ...]:
    """The facts of the cases this person follows or stands in for, ended ones too (their marker may still be open).
    A team leader's computer may hold five thousand others: nothing is read of those."""
    own = caseload.followed_by(me, mine, today)
    cases = tx.execute(
        sa.select(
            participants.c.id, participants.c.phase, participants.c.ips_start, participants.c.job_start
        ).where(own)
    ).all()
    whose = sa.select(participants.c.id).where(own).scalar_subquery()
    first = _first_contacts(tx, whose)
    changed = _newest_change(tx, whose, _JOB_CHANGES)
    lost, search = (
        _newest_change(tx, whose, (Action.LOSE_JOB.value,)),
        _newest_change(tx, whose, (Action.SEARCH.value,)),
    )
    plans, profiles = _plans(tx, whose), _newest(tx, whose, "career_profile", "held_on", sa.true())
    consents, markers = _consents(tx, whose, today), _markers(tx, whose)
    links = _links(tx, whose)
    jobs = _newest(tx, whose, "job", "start_on", RECORDS["job"].c.ended_on.is_(None))
    guided = _first_guidance(tx, whose)
    talks = _disclosure_talks(tx, whose)
    return tuple(
        CaseFacts(
            participant=one.id,
            phase=_PHASES[one.phase],
            started_on=one.ips_start,
            searching_since=search.get(one.id) or one.ips_start,
            first_contact_on=first.get(one.id),
            job_lost_on=lost.get(one.id),
            plan_from=plans.get(one.id, (None, None))[0],
            plan_review_on=plans.get(one.id, (None, None))[1],
            profile_on=profiles.get(one.id),
            job_changed_on=changed.get(one.id),
            job_start=jobs.get(one.id) or one.job_start,
            guided_on=guided.get(one.id),
            keeps_guidance=one.id in jobs,
            disclosure_talks=talks.get(one.id, 0),
            consents=consents.get(one.id, ()),
            markers=markers.get(one.id, ()),
            team_kind=kind_at_start(links.get(one.id, ()), markers.get(one.id, ()), today),
        )
        for one in cases
    )


def active_cases(tx: sa.Connection, phases: frozenset[Phase], mine: frozenset[str]) -> int:
    """How many cases in these phases the writer follows."""
    query = sa.select(sa.func.count()).where(
        participants.c.phase.in_([p.value for p in phases]), participants.c.consultant.in_(mine)
    )
    return int(tx.execute(query).scalar_one())


def oldest_waiting(tx: sa.Connection) -> datetime | None:
    """When the oldest change was made that the jobcenter has not confirmed."""
    query = sa.select(outbox.c.made_at).where(outbox.c.state.in_(("pending", "sent"))).order_by(outbox.c.q)
    found: datetime | None = tx.execute(query.limit(1)).scalar_one_or_none()
    return found


def _first_contacts(tx: sa.Connection, whose: Whose) -> dict[UUID, date]:
    """The first meeting in person with an employer on behalf of each participant (fidelity item 15)."""
    rows = tx.execute(
        sa.select(contact_for.c.participant, sa.func.min(employer_contact.c.at).label("at"))
        .join(employer_contact, employer_contact.c.id == contact_for.c.contact)
        .where(employer_contact.c.mode == ContactMode.IN_PERSON.value, contact_for.c.participant.in_(whose))
        .group_by(contact_for.c.participant)
    )
    return {row.participant: row.at.date() for row in rows}


def _newest_change(tx: sa.Connection, whose: Whose, actions: tuple[str, ...]) -> dict[UUID, date]:
    return _newest(tx, whose, "phase_change", "on_day", RECORDS["phase_change"].c.action.in_(actions))


def _newest(
    tx: sa.Connection, whose: Whose, name: str, column: str, where: sa.ColumnElement[bool]
) -> dict[UUID, date]:
    table = RECORDS[name]
    newest = sa.func.max(table.c[column]).label("day")
    mine = sa.select(table.c.participant, newest).where(where, table.c.participant.in_(whose))
    rows = tx.execute(mine.group_by(table.c.participant))
    return {row.participant: row.day for row in rows if row.day is not None}


def _first_guidance(tx: sa.Connection, whose: Whose) -> dict[UUID, date]:
    """When each participant was first told what work means for their benefit, or a question was passed on."""
    table = RECORDS["benefits_talk"]
    first = sa.func.min(table.c.asked_on).label("day")
    mine = sa.select(table.c.participant, first).where(table.c.participant.in_(whose))
    rows = tx.execute(mine.group_by(table.c.participant))
    return {row.participant: row.day for row in rows if row.day is not None}


def _disclosure_talks(tx: sa.Connection, whose: Whose) -> dict[UUID, int]:
    """A talk that was taken back has no day."""
    table = RECORDS["disclosure_talk"]
    mine = sa.select(table.c.participant, sa.func.count().label("n")).where(
        table.c.participant.in_(whose), table.c.on_day.is_not(None)
    )
    rows = tx.execute(mine.group_by(table.c.participant))
    return {row.participant: int(row.n) for row in rows}


def reviewed_since(tx: sa.Connection, since: datetime) -> bool:
    """Whether a leader has been through the log of employer contacts since then."""
    seen = sa.select(employer_contact.c.id).where(employer_contact.c.reviewed_at >= since).limit(1)
    return tx.execute(seen).first() is not None


def _plans(tx: sa.Connection, whose: Whose) -> dict[UUID, tuple[date | None, date | None]]:
    table = RECORDS["job_search_plan"]
    rows = tx.execute(
        sa.select(table.c.participant, table.c.starts_on, table.c.review_on)
        .where(table.c.status == PlanStatus.ACTIVE.value, table.c.participant.in_(whose))
        .order_by(table.c.number, table.c.id)
    )
    return {row.participant: (row.starts_on, row.review_on) for row in rows}


def _consents(tx: sa.Connection, whose: Whose, today: date) -> dict[UUID, tuple[Consent, ...]]:
    """All consents of those who have one that ends soon, has ended or was withdrawn; nobody else is asked about."""
    table = RECORDS["consent"]
    near = sa.select(table.c.participant).where(
        table.c.participant.in_(whose),
        sa.or_(table.c.expires_on <= today + timedelta(consent.WARN_DAYS), table.c.withdrawn_on.is_not(None)),
    )
    asked = sorted(set(tx.execute(near).scalars()))
    found: dict[UUID, list[Consent]] = defaultdict(list)
    for one in person.of_many(tx, Consent, asked):
        found[one.participant].append(one)
    return {id: tuple(mine) for id, mine in found.items()}


def _markers(tx: sa.Connection, whose: Whose) -> dict[UUID, tuple[StarMarker, ...]]:
    found: dict[UUID, list[StarMarker]] = defaultdict(list)
    table = RECORDS["star_marker"]
    for row in tx.execute(sa.select(table).where(table.c.participant.in_(whose)).order_by(table.c.id)):
        found[row.participant].append(StarMarker(*row))
    return {id: tuple(mine) for id, mine in found.items()}


def _links(tx: sa.Connection, whose: Whose) -> dict[UUID, list[Link]]:
    """Of each participant: from when to when they belonged to which kind of team."""
    links, teams = RECORDS["attachment"], RECORDS["clinic_team"]
    rows = tx.execute(
        sa.select(links.c.participant, links.c.from_day, links.c.to_day, teams.c.kind)
        .join(teams, teams.c.id == links.c.team)
        .where(links.c.participant.in_(whose))
        .order_by(links.c.id)
    )
    found: dict[UUID, list[Link]] = defaultdict(list)
    for row in rows:
        found[row.participant].append((row.from_day, row.to_day, row.kind))
    return found
