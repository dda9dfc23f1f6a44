"""The invented courses behind the notes: referral, acts, treatment team, marker, consents, profile and plan.

The participants come with the caseload in the phase they are in, so what led there is written as it was, day by day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app.domain.life_cycle import Action
from app.domain.participant import Phase
from app.domain.records import (
    ATTACHMENT,
    CONSENT,
    IPS_COURSE,
    PERIOD,
    PHASE_CHANGE,
    REFERRAL,
    STAR_MARKER,
    WORK_LIMITATION,
    RecordType,
)
from app.services import calendar, career, case, caseload, course
from app.services.demo_texts import Persona, load
from app.services.door import Saved, Typed

if TYPE_CHECKING:
    from app.vault.vault import Vault

_TO_ENGAGED: Final = (
    (Action.ACCEPT, Phase.REFERRED, Phase.ACCEPTED, -7),
    (Action.ENGAGE, Phase.ACCEPTED, Phase.ENGAGED, 0),
)
_AFTER: Final = {
    Phase.EMPLOYED: Action.START_JOB,
    Phase.IN_EDUCATION: Action.START_EDUCATION,
    Phase.AFTERCARE: Action.START_JOB,
    Phase.CLOSED: Action.START_JOB,
}
_RIDES: Final = {"bilen": "car", "cyklen": "bicycle", "bussen": "public", "toget": "public"}
_AREAS: Final = {
    "bageri": "fixed_tasks later_start",
    "lager": "written_instructions fixed_tasks",
    "it": "quiet_place remote",
}
_SEARCHING: Final = frozenset({Phase.JOB_SEARCH, Phase.JOB_LOST, Phase.ON_HOLD})


@dataclass(frozen=True, slots=True)
class _Case:
    """One persona's days: `start` the first conversation, `job` the first day in job or education."""

    one: Persona
    id: UUID
    start: date
    job: date | None
    phase: Phase
    told: dict[str, Any]


def write(vault: Vault, cast: list[Persona], ids: dict[str, UUID], *, now: datetime, rng: Random) -> None:
    """Everything around every participant's course."""
    data = load("cases.json")
    teams = _teams(vault, data, now)
    for one in cast:
        id = ids[one.name]
        page = caseload.open_participant(vault, id, now=now)
        if page is None:
            continue
        who = page.participant
        start = who.ips_start or now.date()
        found = _Case(one, id, start, who.job_start, who.phase, data["special"].get(one.name, {}))
        _write(vault, found, data, teams, now=now, rng=rng)


def _write(
    vault: Vault, found: _Case, data: dict[str, Any], teams: dict[str, UUID], *, now: datetime, rng: Random
) -> None:
    _courses(vault, found, now, rng)
    whom = found.told.get("person") or next(
        (p["name"] for p in data["persons"] if p["name"].split()[0] == str(found.one.data["clinic_contact"]).split(",")[0]),
        data["persons"][0]["name"],
    )  # fmt: skip
    team = next(p["team"] for p in data["persons"] if p["name"] == whom)
    _put(vault, ATTACHMENT, found, {"team": teams[team], "person": teams[whom], "from_day": found.start}, now)
    if found.phase in (Phase.REFERRED, Phase.NOT_STARTED):
        return
    _paper(vault, found, data, now, rng)
    if found.phase is not Phase.ACCEPTED:
        _profile(vault, found, data, now, rng)
        _past_job(vault, found, data, now)
    if found.phase in _SEARCHING and found.phase is not Phase.JOB_LOST:
        _plan(vault, found, data, now, rng)


def _courses(vault: Vault, found: _Case, now: datetime, rng: Random) -> None:
    number = 1
    if declined := found.told.get("declined"):
        _refused(vault, found, declined, now)
        return
    if before := found.told.get("before"):
        old = _refused(vault, found, before, now)
        _again(vault, found, old, now)
        number = 2
    ended = now.date() - timedelta(days=found.told["closed"]) if "closed" in found.told else None
    fields: dict[str, Typed] = {
        "number": number, "opened_on": found.start - timedelta(days=10), "started_on": found.start, "ended_on": ended,
        "close_reason": found.told.get("reason", "") if ended else "",
    }  # fmt: skip
    running = _put(vault, IPS_COURSE, found, fields, now)
    accepted = found.phase is not Phase.REFERRED
    referral: dict[str, Typed] = {
        "course": running, "received_on": found.start - timedelta(days=10), "source": _source(rng), "wish": "job",
        "employed_now": "no", "outcome": "accepted" if accepted else "",
        "answered_on": found.start - timedelta(days=7) if accepted else None,
    }  # fmt: skip
    _put(vault, REFERRAL, found, referral, now)
    for action, was, then, day, reason, words in _acts(found, ended):
        change: dict[str, Typed] = {
            "course": running, "action": action.value, "before": was.value, "after": then.value,
            "on_day": min(day, now.date()), "reason": reason, "words": words,
        }  # fmt: skip
        _put(vault, PHASE_CHANGE, found, change, now)


_Act = tuple[Action, Phase, Phase, date, str, str]


def _acts(found: _Case, ended: date | None) -> Iterator[_Act]:
    """What led to the phase the participant is in."""
    if found.phase is Phase.REFERRED:
        return
    for action, was, then, days in _TO_ENGAGED:
        if found.phase is Phase.ACCEPTED and action is Action.ENGAGE:
            return
        yield action, was, then, found.start + timedelta(days=days), "", ""
    if found.phase is Phase.ENGAGED:
        return
    search = found.start + timedelta(days=18)
    yield Action.SEARCH, Phase.ENGAGED, Phase.JOB_SEARCH, search, "", ""
    yield from _later(found, search, ended)


def _later(found: _Case, search: date, ended: date | None) -> Iterator[_Act]:
    begun = _AFTER.get(found.phase)
    if found.phase is Phase.ON_HOLD:
        yield (
            Action.PAUSE,
            Phase.JOB_SEARCH,
            Phase.ON_HOLD,
            search + timedelta(days=180),
            "own_wish",
            "Vil vente til efter flytningen og ringer selv.",
        )
    if found.phase is Phase.JOB_LOST:
        day = search + timedelta(days=120)
        yield Action.START_JOB, Phase.JOB_SEARCH, Phase.EMPLOYED, day, "", ""
        yield (
            Action.LOSE_JOB,
            Phase.EMPLOYED,
            Phase.JOB_LOST,
            day + timedelta(days=110),
            "",
            "Sæsonen sluttede.",
        )
    if begun is None or found.job is None:
        return
    then = Phase.IN_EDUCATION if begun is Action.START_EDUCATION else Phase.EMPLOYED
    yield begun, Phase.JOB_SEARCH, then, found.job, "", ""
    if found.phase is Phase.AFTERCARE:
        yield Action.AFTERCARE, then, Phase.AFTERCARE, found.job + timedelta(weeks=26), "", ""
    if ended is not None:
        yield Action.CLOSE, then, Phase.CLOSED, ended, found.told["reason"], found.told["words"]


def _refused(vault: Vault, found: _Case, before: dict[str, Any], now: datetime) -> UUID:
    """A referral that became nothing: that it was refused and why still counts."""
    day = found.start - timedelta(weeks=before["weeks"])
    closed = day + timedelta(days=9)
    old = _put(
        vault, IPS_COURSE, found, {"number": 1, "opened_on": day, "ended_on": closed, "close_reason": ""}, now
    )
    fields: dict[str, Typed] = {
        "course": old, "received_on": day, "answered_on": closed, "source": "authority", "wish": "job",
        "employed_now": "no", "outcome": before["reason"], "reason": before["words"],
    }  # fmt: skip
    _put(vault, REFERRAL, found, fields, now)
    told: dict[str, Typed] = {
        "course": old, "action": Action.DECLINE.value, "before": Phase.REFERRED.value,
        "after": Phase.NOT_STARTED.value, "on_day": closed, "reason": before["reason"], "words": before["words"],
    }  # fmt: skip
    _put(vault, PHASE_CHANGE, found, told, now)
    return old


def _again(vault: Vault, found: _Case, old: UUID, now: datetime) -> None:
    """Zero exclusion: whoever was refused once comes again."""
    told: dict[str, Typed] = {
        "course": old, "action": Action.REOPEN.value, "before": Phase.NOT_STARTED.value,
        "after": Phase.REFERRED.value, "on_day": found.start - timedelta(days=10), "reason": "", "words": "",
    }  # fmt: skip
    _put(vault, PHASE_CHANGE, found, told, now)


def _paper(vault: Vault, found: _Case, data: dict[str, Any], now: datetime, rng: Random) -> None:
    """The marker, the benefit and the consents."""
    told, today = found.told, now.date()
    kind = told.get("marker", "IPS_STAR")
    if kind:
        checked = told["checked"] if "checked" in told else max(found.start, today - timedelta(days=20))
        _put(vault, STAR_MARKER, found, {"kind": kind, "from_day": found.start, "checked_on": checked}, now)
    code = rng.choice(data["benefits"])
    _put(
        vault,
        PERIOD,
        found,
        {"list": "benefit", "code": code, "from_day": found.start - timedelta(days=90)},
        now,
    )
    for kind in told.get("consents", ["contact_clinic", "contact_employer"]):
        given = max(found.start, today - timedelta(days=200))
        expires = today + timedelta(days=told.get("expires", 160))
        fields: dict[str, Typed] = {
            "kind": kind, "scope": data["scopes"][kind == "contact_employer"], "form": "written", "given_on": given,
            "expires_on": expires if kind == "contact_clinic" else today + timedelta(days=150),
            "from_whom": "Kandidaten", "to_whom": "IPS-konsulenten", "purpose": "At finde og beholde et job",
        }  # fmt: skip
        if kind == "contact_employer" and "withdrawn" in told:
            fields |= {
                "withdrawn_on": today - timedelta(days=told["withdrawn"]), "withdrawn_how": "Sagt ved samtalen"
            }  # fmt: skip
        _put(vault, CONSENT, found, fields, now)


def _profile(vault: Vault, found: _Case, data: dict[str, Any], now: datetime, rng: Random) -> None:
    one = found.one.data
    hours = [int(part) for part in str(one["wish_hours"]).replace("–", " ").split() if part.isdigit()]
    fields: dict[str, Typed] = {
        "held_on": found.start + timedelta(days=14), "occasion": "meeting", "wishes": f"{one['wish_area']}.",
        "motive": rng.choice(data["wants"]), "first_step": rng.choice(data["first_steps"]),
        "hours_min": hours[0] if hours else None, "hours_max": hours[-1] if hours else None,
        "experience": rng.choice(data["experience"]), "education": rng.choice(data["education"]),
        "strengths": f"{str(one['strength']).capitalize()}.", "preferences": " ".join(f"{trait}.".capitalize() for trait in one["traits"]),
        "licence": "B" if one["ride"] == "bilen" else "none", "travel_minutes": 30, "surroundings": "small_team calm_pace",
        "accommodations": _AREAS.get(one["area"], "breaks one_contact_person"), "record_check": "not_relevant",
        "job_types": f"{one['wish_area']}.", "transport": _RIDES.get(str(one["ride"]), ""), "childcare": "unknown",
        "languages": "Dansk", "permit": "yes", "economy_worry": rng.choice(("yes", "no")),
    }  # fmt: skip
    _must(career.save_profile(vault, found.id, fields=fields, now=now))
    if found.job is not None and found.job + timedelta(days=14) < now.date():
        later = found.job + timedelta(days=12)
        again = fields | {"held_on": later, "occasion": "after_job", "lessons": rng.choice(data["lessons"])}
        _must(career.save_profile(vault, found.id, fields=again, now=now))
    if rng.random() < 0.4:
        what, tasks = rng.choice(data["limits"])
        limit: dict[str, Typed] = {
            "limitation": what, "impossible_tasks": tasks, "documented": "yes", "from_day": found.start
        }  # fmt: skip
        _put(vault, WORK_LIMITATION, found, limit, now)


def _past_job(vault: Vault, found: _Case, data: dict[str, Any], now: datetime) -> None:
    told = data["past"][len(found.one.name) % len(data["past"])]
    first, last = (now.year - back for back in told["years"])
    fields = {name: value for name, value in told.items() if name != "years"}
    fields |= {"from_day": date(first, 3, 1), "to_day": date(last, 11, 30)}
    _must(career.save_past_job(vault, found.id, fields=fields, now=now))


def _plan(vault: Vault, found: _Case, data: dict[str, Any], now: datetime, rng: Random) -> None:
    starts = max(found.start + timedelta(days=18), now.date() - timedelta(days=rng.choice((9, 16, 23))))
    fields: dict[str, Typed] = {
        "goal": f"Et job inden for {found.one.data['area']} med {found.one.data['wish_hours']}.", "goal_kind": "job",
        "wanted": f"{found.one.data['wish_area']}.", "who_contacts": rng.choice(("consultant", "together", "participant")),
        "contacts_per_week": 2, "actions": "Jeg besøger to steder om ugen. Kandidaten vælger, hvilke vi går videre med.",
        "support": rng.choice(data["supports"]), "starts_on": starts, "approved_on": starts, "approved_how": "oral",
    }  # fmt: skip
    made = _must(career.save_plan(vault, found.id, fields=fields, now=now))
    for title, who, days in (
        ("Vælge tre steder, vi besøger", "participant", 10),
        ("Øve, hvad vi siger", "together", 17),
    ):
        due = now.date() + timedelta(days=days)
        _must(
            calendar.add_task(
                vault, title=title, participant=found.id, plan=made, who=who, due_on=due, now=now
            )
        )


def _teams(vault: Vault, data: dict[str, Any], now: datetime) -> dict[str, UUID]:
    """Teams and the persons to call there, by name."""
    made = {one["name"]: _must(course.put_team(vault, fields=one, now=now)) for one in data["teams"]}
    for one in data["persons"]:
        made[one["name"]] = _must(
            course.put_person(vault, fields={**one, "team": made[one["team"]]}, now=now)
        )
    return made


def _source(rng: Random) -> str:
    return rng.choice(("clinic", "clinic", "clinic", "authority", "self", "relative"))


def _put(vault: Vault, kind: RecordType, found: _Case, fields: dict[str, Typed], now: datetime) -> UUID:
    return _must(case.put(vault, kind, fields, participant=found.id, now=now))


def _must(outcome: object) -> UUID:
    if not isinstance(outcome, Saved):
        raise RuntimeError(f"the demo wrote what the door refuses: {outcome!r}")
    return outcome.id
