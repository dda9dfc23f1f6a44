"""Every use case around a course, ready to run, for the tests that ask something of all of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from app.domain.life_cycle import Action, Move
from app.services import alerts, authority, career, consents, course
from app.vault.vault import Vault
from tests.journal_parts import NOW, note, saved

TODAY = NOW.date()


def team(vault: Vault, name: str = "Team Vest", **fields: Any) -> UUID:
    told = {"name": name, "clinic": "Ambulatorium Vest", "kind": "hospital_psychiatry", **fields}
    return saved(course.put_team(vault, fields=told, now=NOW))


def move(
    vault: Vault, whose: UUID, action: Action, *, days_ago: int = 0, reason: str = "", words: str = ""
) -> UUID:
    told = Move(action, TODAY - timedelta(days=days_ago), reason, words)
    return saved(course.move(vault, whose, move=told, now=NOW))


def consent(vault: Vault, whose: UUID, kind: str = "contact_clinic", **fields: Any) -> UUID:
    told = {"kind": kind, "scope": "Mødetider og planer om job", "form": "written", **fields}
    return saved(consents.give(vault, whose, fields=told, now=NOW))


def use_cases(vault: Vault, whose: UUID) -> dict[str, Callable[[Vault], object]]:
    place, held = team(vault), consent(vault, whose)
    written = note(vault, whose)
    start = TODAY - timedelta(days=30)
    return {
        "move": lambda v: course.move(v, whose, move=Move(Action.START_JOB, TODAY), now=NOW),
        "refer": lambda v: course.refer(v, whose, fields={"received_on": start, "source": "clinic"}, now=NOW),
        "assign": lambda v: course.assign(v, whose, fields={"person": "mlu", "role": "consultant"}, now=NOW),
        "period": lambda v: course.set_period(
            v, whose, fields={"list": "benefit", "code": "sickness", "from_day": start}, now=NOW
        ),
        "marker": lambda v: course.set_marker(
            v, whose, fields={"kind": "IPS_STAR", "from_day": start}, now=NOW
        ),
        "team": lambda v: course.put_team(v, fields={"name": "Team Øst"}, now=NOW),
        "clinic person": lambda v: course.put_person(v, fields={"team": place, "name": "Lone Berg"}, now=NOW),
        "attach": lambda v: course.attach(v, whose, team=place, person_id=None, from_day=start, now=NOW),
        "consent": lambda v: consents.give(
            v, whose, fields={"kind": "contact_employer", "scope": "Navn"}, now=NOW
        ),
        "withdraw": lambda v: consents.withdraw(v, whose, held, how="Ved samtalen", now=NOW),
        "profile": lambda v: career.save_profile(v, whose, fields={"wishes": "Bageri"}, now=NOW),
        "limit": lambda v: career.limit(
            v, whose, fields={"limitation": "Har brug for en rolig plads"}, now=NOW
        ),
        "past job": lambda v: career.save_past_job(v, whose, fields={"title": "Bager"}, now=NOW),
        "plan": lambda v: career.save_plan(v, whose, fields={"goal": "Job i et bageri"}, now=NOW),
        "transfer": lambda v: authority.mark_moved(v, written.id, number="2026-1", moved_on=TODAY, now=NOW),
        "answer": lambda v: alerts.postpone(
            v, rule="A1", about=str(whose), participant=whose, until=TODAY, now=NOW
        ),
    }
