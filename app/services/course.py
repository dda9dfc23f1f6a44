"""The course of one participant: every act of its life cycle, and what surrounds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain import course as words
from app.domain import life_cycle
from app.domain.course import (
    Assignment,
    Attachment,
    ClinicPerson,
    ClinicTeam,
    IpsCourse,
    MarkerWarning,
    Period,
    Referral,
    ReferralOutcome,
    StarMarker,
)
from app.domain.life_cycle import Action, Move, Not, PhaseChange, Standing
from app.domain.participant import ENDED, Participant
from app.domain.records import (
    ASSIGNMENT,
    ATTACHMENT,
    CLINIC_PERSON,
    CLINIC_TEAM,
    IPS_COURSE,
    PARTICIPANT,
    PERIOD,
    PHASE_CHANGE,
    REFERRAL,
    STAR_MARKER,
    RecordType,
    Value,
)
from app.services import case
from app.services.door import Held, Invalid, Saved, Typed, typed
from app.store import caseload, people, person, records

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class CoursePage:
    """`changes`: oldest first. `can`: the acts possible now. `names`: person id → name. `needs_countersign`: an
    ending the team leader has not seen yet."""

    participant: Participant
    courses: tuple[IpsCourse, ...]
    changes: tuple[PhaseChange, ...]
    can: tuple[Action, ...]
    referral: Referral | None
    assignments: tuple[Assignment, ...]
    periods: tuple[Period, ...]
    markers: tuple[StarMarker, ...]
    warnings: tuple[MarkerWarning, ...]
    attachment: Attachment | None
    team: ClinicTeam | None
    contact: ClinicPerson | None
    names: Mapping[str, str]

    @property
    def needs_countersign(self) -> bool:
        last = self.courses[-1] if self.courses else None
        return last is not None and last.ended_on is not None and last.countersigned_on is None


def open_course(vault: Vault, participant: UUID, *, now: datetime) -> CoursePage | None:
    with vault.read() as tx:
        found = caseload.get(tx, participant)
        if found is None:
            return None
        attachment = _attached(tx, participant, now.date())
        team = person.get(tx, ClinicTeam, attachment.team) if attachment and attachment.team else None
        contact = (
            person.get(tx, ClinicPerson, attachment.person) if attachment and attachment.person else None
        )
        markers = person.of_participant(tx, StarMarker, participant)
        referrals = person.of_participant(tx, Referral, participant)
        return CoursePage(
            participant=found,
            courses=person.of_participant(tx, IpsCourse, participant),
            changes=person.of_participant(tx, PhaseChange, participant),
            can=life_cycle.possible(found.phase),
            referral=referrals[-1] if referrals else None,
            assignments=person.of_participant(tx, Assignment, participant),
            periods=person.of_participant(tx, Period, participant),
            markers=markers,
            warnings=words.marker_warnings(
                found.phase, markers, _kind_at_start(tx, participant, markers, now.date()), now.date()
            ),
            attachment=attachment,
            team=team,
            contact=contact,
            names=people.names(tx),
        )


def move(
    vault: Vault, participant: UUID, *, move: Move, now: datetime, kept: frozenset[str] = frozenset()
) -> Saved | Held | Invalid:
    """Take one act of the life cycle: the phase, the course's dates and the act itself are written together."""
    cleared = typed(PHASE_CHANGE, {"words": move.words}, kept=kept)
    if isinstance(cleared, Held | Invalid):
        return cleared
    with vault.begin() as tx:
        made = enter(vault, tx, participant, move, words=cleared["words"], now=now)
    return made if isinstance(made, Invalid) else Saved(made, case.CHANGES)


def enter(
    vault: Vault, tx: Tx, participant: UUID, move: Move, *, now: datetime, words: Value = None
) -> UUID | Invalid:
    """The same inside a transaction that does more, as when a job starts."""
    found = caseload.get(tx, participant)
    if found is None:
        return Invalid("participant", "unknown")
    after = life_cycle.decide(_standing(tx, found, now), move, now.date())
    if isinstance(after, Not):
        return Invalid(after.field, after.why)
    course = _course(vault, tx, found, move, now=now)
    values: dict[str, Value] = {
        "course": course, "action": move.action.value, "before": found.phase.value, "after": after.value,
        "on_day": move.on_day, "reason": move.reason,
    }  # fmt: skip
    if words is not None:
        values["words"] = words
    id = case.insert(vault, tx, PHASE_CHANGE, values, participant=participant, now=now)
    _answer_referral(vault, tx, participant, move, words=words, now=now)
    told: dict[str, Value] = {"phase": after.value}
    if move.action is Action.ENGAGE and found.ips_start is None:
        told["ips_start"] = move.on_day
    if move.action in (Action.START_JOB, Action.START_EDUCATION):
        told["job_start"] = move.on_day
    records.change(
        tx, PARTICIPANT, participant, told, case=records.Case(participant), now=now, sign=vault.sign
    )
    return id


def countersign(vault: Vault, participant: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """The team leader has seen the ending."""
    with vault.read() as tx:
        me = people.me(tx)
        courses = person.of_participant(tx, IpsCourse, participant)
    if not me.leads:
        return Invalid("role", "final")
    if not courses or courses[-1].ended_on is None:
        return Invalid("course", "unknown")
    fields: dict[str, Typed] = {"countersigned_by": me.person, "countersigned_on": now.date()}
    return case.put(vault, IPS_COURSE, fields, participant=participant, now=now, id=courses[-1].id)


def refer(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """The referral: from whom, what is wished for. Its outcome follows the acts of the life cycle."""
    musts = ("received_on", "source")
    return case.put(vault, REFERRAL, fields, participant=participant, now=now, id=id, kept=kept, musts=musts)


def assign(
    vault: Vault,
    participant: UUID,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """A consultant or, with a reason and an end, a deputy."""
    if not fields.get("person"):
        return Invalid("person", "missing")
    if fields.get("role") == words.AssignedAs.DEPUTY:
        missing = next((n for n in ("to_day", "reason") if not fields.get(n)), None)
        if missing:
            return Invalid(missing, "missing")
    return _put_dated(vault, ASSIGNMENT, fields, participant, now=now, kept=kept)


def set_period(
    vault: Vault, participant: UUID, *, fields: Mapping[str, Typed], now: datetime, id: UUID | None = None
) -> Saved | Held | Invalid:
    """A benefit, measure or readiness by its code; with `id` its end or a correction."""
    missing = next((n for n in ("list", "code", "from_day") if id is None and not fields.get(n)), None)
    if missing:
        return Invalid(missing, "missing")
    return _put_dated(vault, PERIOD, fields, participant, now=now, id=id)


def set_marker(
    vault: Vault, participant: UUID, *, fields: Mapping[str, Typed], now: datetime, id: UUID | None = None
) -> Saved | Held | Invalid:
    """STAR's marker as it stands in the case system."""
    if id is None and not fields.get("kind"):
        return Invalid("kind", "missing")
    return _put_dated(vault, STAR_MARKER, fields, participant, now=now, id=id)


def attach(
    vault: Vault, participant: UUID, *, team: UUID, person_id: UUID | None, from_day: date, now: datetime
) -> Saved | Held | Invalid:
    """From that day on the participant belongs to this treatment team; where they belonged before ends the day before."""
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        if person.get(tx, ClinicTeam, team) is None:
            return Invalid("team", "unknown")
        before = _attached(tx, participant, from_day)
        if before is not None and before.to_day is None and before.from_day != from_day:
            case.update(vault, tx, ATTACHMENT, before.id, {"to_day": from_day}, now=now)
        values: dict[str, Value] = {"team": team, "person": person_id, "from_day": from_day}
        id = case.insert(vault, tx, ATTACHMENT, values, participant=participant, now=now)
    return Saved(id, case.CHANGES)


def teams(vault: Vault) -> tuple[tuple[ClinicTeam, tuple[ClinicPerson, ...]], ...]:
    """The treatment teams the jobcenter works with, by name, each with the persons to call there."""
    with vault.read() as tx:
        all_, persons = person.everything(tx, ClinicTeam), person.everything(tx, ClinicPerson)
    return tuple(
        (team, tuple(sorted((p for p in persons if p.team == team.id), key=lambda p: p.name.casefold())))
        for team in sorted(all_, key=lambda t: t.name.casefold())
    )


def put_team(
    vault: Vault,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    return case.put(vault, CLINIC_TEAM, fields, now=now, id=id, kept=kept, musts=("name",))


def put_person(
    vault: Vault,
    *,
    fields: Mapping[str, Typed],
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    return case.put(vault, CLINIC_PERSON, fields, now=now, id=id, kept=kept, musts=("team", "name"))


def _standing(tx: Tx, one: Participant, now: datetime) -> Standing:
    changes = person.of_participant(tx, PhaseChange, one.id)
    last = caseload.last_contacts(tx, [one.id]).get(one.id)
    days = (now.date() - last.astimezone(now.tzinfo).date()).days if last else None
    return Standing(
        phase=one.phase,
        since=changes[-1].on_day if changes else None,
        paused_in=life_cycle.paused_in(changes),
        silent_days=days,
    )


def _course(vault: Vault, tx: Tx, one: Participant, move: Move, *, now: datetime) -> UUID:
    """The running course with what the move means for its dates; the first one, or the next, where there is none."""
    courses = person.of_participant(tx, IpsCourse, one.id)
    values: dict[str, Value] = {}
    if move.action is Action.ENGAGE:
        values["started_on"] = move.on_day
    if move.action in (Action.CLOSE, Action.DECLINE):
        values["ended_on"] = move.on_day
        values["close_reason"] = move.reason if move.action is Action.CLOSE else ""
    running = courses[-1] if courses and move.action is not Action.REOPEN else None
    if running is None:
        opened = move.on_day if one.phase in ENDED else one.ips_start or move.on_day
        values = {"number": len(courses) + 1, "opened_on": opened, "started_on": one.ips_start, **values}
        if move.action is Action.REOPEN:
            values["started_on"] = None
    if running is None:
        return case.insert(vault, tx, IPS_COURSE, values, participant=one.id, now=now)
    case.update(vault, tx, IPS_COURSE, running.id, values, now=now)
    return running.id


def _answer_referral(
    vault: Vault, tx: Tx, participant: UUID, move: Move, *, words: Value, now: datetime
) -> None:
    """Accepted or refused: the referral says so too, with the reason, for the count of refusals."""
    if move.action not in (Action.ACCEPT, Action.DECLINE):
        return
    referrals = person.of_participant(tx, Referral, participant)
    outcome = move.reason if move.action is Action.DECLINE else ReferralOutcome.ACCEPTED.value
    values: dict[str, Value] = {"answered_on": move.on_day, "outcome": outcome}
    if move.action is Action.DECLINE:
        values["reason"] = words
    if referrals:
        case.update(vault, tx, REFERRAL, referrals[-1].id, values, now=now)
    else:
        values |= {"received_on": move.on_day}
        case.insert(vault, tx, REFERRAL, values, participant=participant, now=now)


def _kind_at_start(tx: Tx, participant: UUID, markers: tuple[StarMarker, ...], today: date) -> str:
    kinds = {team.id: team.kind for team in person.everything(tx, ClinicTeam)}
    links = person.of_participant(tx, Attachment, participant)
    told = [(one.from_day, one.to_day, kinds[one.team]) for one in links if one.team in kinds]
    return words.kind_at_start(told, markers, today)


def _attached(tx: Tx, participant: UUID, day: date) -> Attachment | None:
    found = [
        a
        for a in person.of_participant(tx, Attachment, participant)
        if words.covers(a.from_day, a.to_day, day)
    ]
    return found[-1] if found else None


def _put_dated(
    vault: Vault,
    kind: RecordType,
    fields: Mapping[str, Typed],
    participant: UUID,
    *,
    now: datetime,
    id: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    first, last = fields.get("from_day"), fields.get("to_day")
    if isinstance(first, date) and isinstance(last, date) and last < first:
        return Invalid("to_day", "early")
    return case.put(vault, kind, fields, participant=participant, now=now, id=id, kept=kept)
