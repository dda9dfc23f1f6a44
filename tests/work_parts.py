"""Small invented jobs, plans and hours for tests, and every use case of the work, ready to run."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from app.services import benefits, clinic, disclosure, jobs, support, time_log, workplaces
from app.services.clinic import Said
from app.vault.vault import Vault
from tests.journal_parts import NOW, employer, participant, saved

TODAY = NOW.date()


def job(vault: Vault, whose: UUID, start: date = TODAY, **fields: Any) -> UUID:
    told: dict[str, Any] = {
        "title": "Bagermedhjælper",
        "form": "ordinary_permanent",
        "start_on": start,
        **fields,
    }
    return saved(jobs.start(vault, whose, fields=told, now=NOW))


def support_contact(vault: Vault, whose: UUID, of: UUID, day: date, **fields: Any) -> UUID:
    at = NOW.replace(year=day.year, month=day.month, day=day.day)
    told: dict[str, Any] = {
        "job": of, "at": at, "mode": "in_person", "with_whom": "participant", "minutes": 30, "place": "employer",
        **fields,
    }  # fmt: skip
    return saved(support.log_contact(vault, whose, fields=told, now=max(at, NOW)))


def sheet(vault: Vault, whose: UUID, **fields: Any) -> UUID:
    told: dict[str, Any] = {
        "choice": "partial_function_only", "who_tells": "consultant", "to_whom": "Lederen",
        "wording": "Har været væk fra arbejdsmarkedet i tre år.", **fields,
    }  # fmt: skip
    return saved(disclosure.agree(vault, whose, fields=told, now=NOW))


def use_cases(vault: Vault) -> dict[str, Callable[[Vault], object]]:
    """Each writes at least one record of the work."""
    amira, juhl, smedjen = (
        participant(vault, "Nadia Bek"),
        employer(vault, "Bager Bo"),
        employer(vault, "Smed Ib"),
    )
    running = job(vault, amira, TODAY - timedelta(days=40), employer=juhl)
    agreed = sheet(vault, amira)
    school: dict[str, Any] = {"institution": "Voksenskolen", "level": "avu", "start_on": TODAY}
    plan: dict[str, Any] = {
        "job": running,
        "wanted": "Hjælp til at komme op om morgenen",
        "types": "wake_up_or_reminder",
    }
    hour: dict[str, Any] = {"on_day": TODAY, "minutes": 60, "kind": "record_keeping"}
    away: dict[str, Any] = {"first_day": TODAY, "last_day": TODAY, "kind": "holiday"}
    return {
        "end job": lambda v: jobs.end(
            v, running, fields={"ended_on": TODAY, "ended_by": "mutual", "wants_new": 1}, now=NOW, next_plan="Ny plan",
        ),
        "education": lambda v: jobs.start_education(v, amira, fields=school, now=NOW),
        "support plan": lambda v: support.make_plan(v, amira, fields=plan, now=NOW),
        "support contact": lambda v: support_contact(v, amira, running, TODAY),
        "sheet": lambda v: sheet(v, amira, employer=juhl),
        "talk": lambda v: disclosure.talk_again(v, agreed, on=TODAY - timedelta(days=1), now=NOW),
        "benefits": lambda v: benefits.refer(
            v, amira, fields={"to_whom": "a_kasse", "question": "Hvad sker der ved 12 timer?"}, now=NOW
        ),
        "clinic": lambda v: clinic.hold(
            v, (Said(amira, about_job="Støtter 10 timer.", who_does="Ring til Bager Bo", task=True),),
            at=NOW - timedelta(hours=1), minutes=45, now=NOW,
        ),
        "workplace": lambda v: workplaces.add_workplace(v, juhl, fields={"name": "Butikken"}, now=NOW),
        "employer person": lambda v: workplaces.add_person(v, juhl, fields={"name": "Bo Lind"}, now=NOW),
        "merge": lambda v: workplaces.merge(v, smedjen, into=juhl, now=NOW),
        "time": lambda v: time_log.add(v, fields=hour, now=NOW),
        "away": lambda v: time_log.be_away(v, fields=away, now=NOW),
        "training": lambda v: time_log.set_training(v, status="trained", from_day=TODAY, now=NOW),
        "working time": lambda v: time_log.set_working_time(v, percent=80, from_day=TODAY, now=NOW),
    }  # fmt: skip
