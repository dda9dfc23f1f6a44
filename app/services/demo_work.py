"""The invented jobs, support, openness, guidance and hours behind the notes, through the real use cases."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app.domain import support as rhythm
from app.domain.participant import Phase
from app.domain.time_log import Trained
from app.services import benefits, caseload, disclosure, jobs, support, time_log, workplaces
from app.services import employers as register
from app.services.demo_texts import Persona, load
from app.services.door import Saved

if TYPE_CHECKING:
    from app.domain.employer import Employer
    from app.domain.participant import Participant
    from app.vault.vault import Vault

_WEEKS_LOGGED: Final = 8
_MOST_CONTACTS: Final = 9
_NOT_YET: Final = frozenset({Phase.REFERRED, Phase.ACCEPTED, Phase.NOT_STARTED})
_ENDED: Final = {Phase.JOB_LOST: 5, Phase.CLOSED: 70}
_DAY: Final = timedelta(days=1)
_YEAR: Final = timedelta(days=365)


def write(vault: Vault, cast: list[Persona], ids: dict[str, UUID], *, now: datetime) -> None:
    data = load("work.json")
    places = [row.employer for row in register.register(vault)]
    for number, one in enumerate(cast):
        page = caseload.open_participant(vault, ids[one.name], now=now)
        if page is None:
            continue
        who = page.participant
        if who.phase not in _NOT_YET:
            _openness(vault, who, data, number, now=now)
        if who.phase is Phase.IN_EDUCATION:
            _education(vault, who, data, now=now)
        elif who.job_start is not None or who.phase in _ENDED:
            where = places[number % len(places)].id
            _job(vault, who, data, str(one.data["area"]), where, number, now=now)
        if number % 4 == 0 and who.phase not in _NOT_YET:
            _question(vault, who, data, now=now)
    _people(vault, places[:6], now=now)
    _hours(vault, now=now)


def _people(vault: Vault, places: list[Employer], *, now: datetime) -> None:
    for place in places:
        name, _, function = place.contact_person.partition(", ")
        if name:
            told: dict[str, Any] = {"name": name, "function": function}
            _must(workplaces.add_person(vault, place.id, fields=told, now=now))


def _job(
    vault: Vault,
    who: Participant,
    data: dict[str, Any],
    area: str,
    place: UUID | None,
    number: int,
    *,
    now: datetime,
) -> None:
    lost = _ENDED.get(who.phase)
    ended = now.date() - lost * _DAY if lost else None
    begun = who.job_start or (ended - 60 * _DAY if ended else now.date())
    title, disco = data["titles"].get(area, data["titles"]["lager"])
    told: dict[str, Any] = {
        "title": title, "disco08": disco, "form": data["forms"][number % len(data["forms"])], "start_on": begun,
        "weekly_minutes": 60 * (8 + number % 5 * 3), "employer": place, "working_times": data["times"],
        "found": "consultant_contact" if number % 3 else "network", "preferences": "yes",
        "guidance_on": begun - 6 * _DAY if number % 3 else None,
        "four_hours_on": begun + 2 * _DAY if begun + 2 * _DAY <= now.date() else None,
    }  # fmt: skip
    if ended is not None:  # written in one, as the phase says already what came of it
        told |= {
            "ended_on": ended, "learned_on": ended + _DAY, "ended_by": "mutual", "reasons": "tasks,hours",
            "worked": data["worked"], "to_change": data["to_change"], "good_terms": 1,
        }  # fmt: skip
    id = _must(jobs.start(vault, who.id, fields=told, now=now))
    plan: dict[str, Any] = {
        "job": id, "wanted": data["wanted"], "types": "onboarding_visit,task_structure", "givers": "consultant,colleague",
        "warning_signs": data["signs"], "step_down": data["step_down"], "employer_contact": 1, "agreed_on": begun - 3 * _DAY,
    }  # fmt: skip
    _must(support.make_plan(vault, who.id, fields=plan, now=now))
    _contacts(vault, who.id, id, data, number, now=now)


def _contacts(
    vault: Vault, who: UUID, job: UUID, data: dict[str, Any], number: int, *, now: datetime
) -> None:
    """Along the rhythm, as it fell due; of every third job the latest is still wanting."""
    (line,) = (line for line in jobs.page(vault, who, now=now).jobs if line.job.id == job)
    past = [due for due in line.dues if due.due_on < now.date()]
    asked = [due for due in past if due.kind is not rhythm.Due.AFTER_LOSS][-_MOST_CONTACTS:]
    for n, due in enumerate(asked[: -1 if number % 3 == 0 else None]):
        on = _workday(due.opens_on + (due.due_on - due.opens_on) // 2)
        at = now.replace(year=on.year, month=on.month, day=on.day, hour=11, minute=0, second=0, microsecond=0)
        told: dict[str, Any] = {
            "job": job, "at": at, "minutes": 30, "mode": "in_person" if n % 4 else "phone",
            "place": "employer" if n % 4 else "phone_online", "with_whom": "participant_and_employer",
            "purpose": "job_coaching", "outcome": data["outcomes"][(n + number) % len(data["outcomes"])],
        }  # fmt: skip
        _must(support.log_contact(vault, who, fields=told, now=now))


def _education(vault: Vault, who: Participant, data: dict[str, Any], *, now: datetime) -> None:
    begun = who.job_start or now.date() - 90 * _DAY
    told: dict[str, Any] = {
        "institution": data["institution"], "programme": data["programme"], "level": "single_subject", "start_on": begun,
        "ordinary": 1, "special_support": "granted", "goal": data["goal"], "weekly_minutes": 18 * 60,
    }  # fmt: skip
    _must(jobs.start_education(vault, who.id, fields=told, now=now))


def _openness(vault: Vault, who: Participant, data: dict[str, Any], number: int, *, now: datetime) -> None:
    since = _workday((who.ips_start or now.date()) + 14 * _DAY)
    if since > now.date() or number % 3 == 1:
        return
    told: dict[str, Any] = {
        "choice": "partial_function_only", "who_tells": ("together", "consultant")[number % 2], "to_whom": data["to_whom"],
        "wording": data["wordings"][number % len(data["wordings"])], "never_say": data["never"],
        "role_words": data["role"], "explained_on": since, "from_day": since,
    }  # fmt: skip
    id = _must(disclosure.agree(vault, who.id, fields=told, now=now))
    again = _workday(since + 40 * _DAY)
    if again <= now.date():
        _must(disclosure.talk_again(vault, id, on=again, now=now))


def _question(vault: Vault, who: Participant, data: dict[str, Any], *, now: datetime) -> None:
    asked = _workday(now.date() - 20 * _DAY)
    told: dict[str, Any] = {
        "to_whom": "ydelseskontor", "question": data["question"], "asked_on": asked, "planned_minutes": 12 * 60,
        "answer": data["answer"], "answered_by": data["answered_by"], "answered_on": asked + 4 * _DAY,
        "given_on": asked + 5 * _DAY, "told_duty": 1,
    }  # fmt: skip
    _must(benefits.refer(vault, who.id, fields=told, now=now))


def _hours(vault: Vault, *, now: datetime) -> None:
    """The weeks before this one are logged; this week's time waits to be taken over."""
    monday = now.date() - now.weekday() * _DAY
    _must(time_log.set_training(vault, status=Trained.TRAINED, from_day=monday - _YEAR, now=now))
    for week in range(1, _WEEKS_LOGGED + 1):
        first = monday - week * 7 * _DAY
        at = now.replace(
            year=first.year, month=first.month, day=first.day, hour=8, minute=30, second=0, microsecond=0
        )
        for kind, day, minutes in (("treatment_team", 0, 45), ("supervision", 2, 60)):
            told: dict[str, Any] = {"at": at + day * _DAY, "minutes": minutes, "kind": kind}
            _must(time_log.log_meeting(vault, fields=told, now=now))
        desk: dict[str, Any] = {
            "on_day": first + 4 * _DAY, "minutes": 90, "kind": "administration", "place": "municipal_office",
        }  # fmt: skip
        _must(time_log.add(vault, fields=desk, now=now))
        offered = time_log.days(vault, first, first + 6 * _DAY, now=now).proposals
        _must(time_log.accept(vault, offered, now=now))


def _workday(on: date) -> date:
    return on - timedelta(days=max(0, on.weekday() - 4))


def _must(outcome: object) -> UUID:
    if not isinstance(outcome, Saved):
        raise RuntimeError(f"the demo wrote what the journal refuses: {outcome!r}")
    return outcome.id
