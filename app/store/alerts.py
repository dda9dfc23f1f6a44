"""The facts the reminders ask for, of all cases at once: a query a fact, never a query a case."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain.alerts import CaseFacts
from app.domain.career import PlanStatus
from app.domain.consent import Consent
from app.domain.course import StarMarker
from app.domain.employer import ContactMode
from app.domain.life_cycle import Action
from app.domain.participant import Participant, Phase
from app.store import person
from app.store.tables import RECORDS, contact_for, employer_contact, outbox
from app.store.tables import participant as participants

_JOB_CHANGES = (Action.START_JOB.value, Action.LOSE_JOB.value, Action.START_EDUCATION.value)


def of_cases(tx: sa.Connection, cases: tuple[Participant, ...], today: date) -> tuple[CaseFacts, ...]:
    """The facts of every case, ended ones too (their marker may still stand open)."""
    first = _first_contacts(tx)
    changed = _newest_change(tx, _JOB_CHANGES)
    lost, search = _newest_change(tx, (Action.LOSE_JOB.value,)), _newest_change(tx, (Action.SEARCH.value,))
    plans, profiles = _plans(tx), _newest_profiles(tx)
    consents, markers = _grouped(tx, Consent), _grouped(tx, StarMarker)
    kinds = _team_kinds(tx, today)
    jobs = _newest(tx, "job", "start_on", RECORDS["job"].c.ended_on.is_(None))
    guided = _first_guidance(tx)
    talks = _disclosure_talks(tx)
    return tuple(
        CaseFacts(
            participant=one.id,
            phase=one.phase,
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
            team_kind=kinds.get(one.id, ""),
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


def _first_contacts(tx: sa.Connection) -> dict[UUID, date]:
    """The first meeting in person with an employer on behalf of each participant (fidelity item 15)."""
    rows = tx.execute(
        sa.select(contact_for.c.participant, sa.func.min(employer_contact.c.at).label("at"))
        .join(employer_contact, employer_contact.c.id == contact_for.c.contact)
        .where(employer_contact.c.mode == ContactMode.IN_PERSON.value)
        .group_by(contact_for.c.participant)
    )
    return {row.participant: row.at.date() for row in rows}


def _newest_change(tx: sa.Connection, actions: tuple[str, ...]) -> dict[UUID, date]:
    return _newest(tx, "phase_change", "on_day", RECORDS["phase_change"].c.action.in_(actions))


def _newest_profiles(tx: sa.Connection) -> dict[UUID, date]:
    return _newest(tx, "career_profile", "held_on", sa.true())


def _newest(tx: sa.Connection, name: str, column: str, where: sa.ColumnElement[bool]) -> dict[UUID, date]:
    table = RECORDS[name]
    newest = sa.func.max(table.c[column]).label("day")
    rows = tx.execute(sa.select(table.c.participant, newest).where(where).group_by(table.c.participant))
    return {row.participant: row.day for row in rows if row.day is not None}


def _first_guidance(tx: sa.Connection) -> dict[UUID, date]:
    """When each participant was first told what work means for their benefit, or a question was passed on."""
    table = RECORDS["benefits_talk"]
    first = sa.func.min(table.c.asked_on).label("day")
    rows = tx.execute(sa.select(table.c.participant, first).group_by(table.c.participant))
    return {row.participant: row.day for row in rows if row.day is not None}


def _disclosure_talks(tx: sa.Connection) -> dict[UUID, int]:
    table = RECORDS["disclosure_talk"]
    rows = tx.execute(
        sa.select(table.c.participant, sa.func.count().label("n")).group_by(table.c.participant)
    )
    return {row.participant: int(row.n) for row in rows}


def reviewed_since(tx: sa.Connection, since: datetime) -> bool:
    """Whether a leader has been through the log of employer contacts since then."""
    seen = sa.select(employer_contact.c.id).where(employer_contact.c.reviewed_at >= since).limit(1)
    return tx.execute(seen).first() is not None


def _plans(tx: sa.Connection) -> dict[UUID, tuple[date | None, date | None]]:
    table = RECORDS["job_search_plan"]
    rows = tx.execute(
        sa.select(table.c.participant, table.c.starts_on, table.c.review_on)
        .where(table.c.status == PlanStatus.ACTIVE.value)
        .order_by(table.c.number, table.c.id)
    )
    return {row.participant: (row.starts_on, row.review_on) for row in rows}


def _grouped(tx: sa.Connection, cls: type[Any]) -> dict[UUID, tuple[Any, ...]]:
    found: dict[UUID, list[Any]] = defaultdict(list)
    for one in person.everything(tx, cls):
        found[one.participant].append(one)
    return {whose: tuple(mine) for whose, mine in found.items()}


def _team_kinds(tx: sa.Connection, today: date) -> dict[UUID, str]:
    links, teams = RECORDS["attachment"], RECORDS["clinic_team"]
    rows = tx.execute(
        sa.select(links.c.participant, teams.c.kind)
        .join(teams, teams.c.id == links.c.team)
        .where(sa.or_(links.c.from_day.is_(None), links.c.from_day <= today))
        .where(sa.or_(links.c.to_day.is_(None), links.c.to_day >= today))
        .order_by(links.c.id)
    )
    return {row.participant: row.kind for row in rows}
