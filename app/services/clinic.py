"""The clinic meeting: what was agreed for each of one's own candidates of a team, read by the strictest guard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.changes import Topic
from app.domain.clinic import ClinicAgreement
from app.domain.consent import ConsentKind
from app.domain.course import Attachment, ClinicTeam, covers
from app.domain.participant import ACTIVE
from app.domain.records import CLINIC_AGREEMENT, MEETING, TASK, Value
from app.domain.time_log import MeetingKind
from app.guard import Source
from app.services import case, consents, others
from app.services.door import SHORT_MAX, Held, Invalid, Saved, clear_all
from app.store import caseload, people, person, records, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = case.WORK | {Topic.TIME, Topic.TASKS}
TEXTS: Final = ("about_job", "who_does", "considerations")
LONGEST: Final = 1000
TASK_DUE: Final = timedelta(days=7)  # before the team meets again


@dataclass(frozen=True, slots=True)
class Said:
    """What the meeting agreed for one participant; `task`: make who-does-what a task of the consultant's own."""

    participant: UUID
    about_job: str = ""
    who_does: str = ""
    considerations: str = ""
    task: bool = False

    @property
    def texts(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in TEXTS}

    @property
    def is_empty(self) -> bool:
        return not any(text.strip() for text in self.texts.values())

    def __repr__(self) -> str:
        return f"Said({self.participant})"


@dataclass(frozen=True, slots=True)
class Team:
    """A treatment team with the user's own active candidates who belong to it, by name."""

    id: UUID
    name: str
    members: tuple[tuple[UUID, str], ...]

    def __repr__(self) -> str:
        return f"Team({self.id})"


def teams(vault: Vault, *, now: datetime) -> tuple[Team, ...]:
    """The teams that any of the user's own candidates belong to today. Nobody else can be entered at all."""
    today = now.date()
    with vault.read() as tx:
        me = people.me(tx)
        own = {
            p.id: p.name
            for p in caseload.all(tx)
            if p.phase in ACTIVE and p.consultant in me.signs | {me.name}
        }
        found: dict[UUID, list[tuple[UUID, str]]] = {}
        for one in person.everything(tx, Attachment):
            if one.team and one.participant in own and covers(one.from_day, one.to_day, today):
                found.setdefault(one.team, []).append((one.participant, own[one.participant]))
        names = {team.id: team.name for team in person.everything(tx, ClinicTeam)}
    return tuple(
        Team(id, names[id], tuple(sorted(dict.fromkeys(members), key=lambda m: m[1].casefold())))
        for id, members in sorted(found.items(), key=lambda item: names.get(item[0], "").casefold())
        if id in names
    )


def agreements(vault: Vault, participant: UUID) -> tuple[ClinicAgreement, ...]:
    """What the team's meetings agreed for one participant, newest first."""
    with vault.read() as tx:
        return work.clinic_agreements(tx, participant)


def hold(
    vault: Vault,
    said: tuple[Said, ...],
    *,
    at: datetime,
    minutes: int,
    now: datetime,
    team: UUID | None = None,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """The meeting with its agreements, all or none. A field that is held back is named `<participant>.<field>`.

    Every text is read as the clinic's own words. Nobody but the user's own participants can be entered at all.
    """
    told = tuple(one for one in said if not one.is_empty)
    if at > now:
        return Invalid("at", "future")
    texts = {f"{one.participant}.{name}": text for one in told for name, text in one.texts.items()}
    if long := next((name for name, text in texts.items() if len(text) > LONGEST), None):
        return Invalid(long, "long")
    cleared = clear_all(texts, kept=kept, sources=dict.fromkeys(texts, Source.CLINIC))
    if isinstance(cleared, Held):
        return cleared
    with vault.begin() as tx:
        if wrong := _in_the_way(tx, told, team, at):
            return wrong
        me = people.me(tx).person
        meeting = records.new_id()
        values: dict[str, Value] = {
            "at": at, "minutes": minutes or None, "kind": MeetingKind.TREATMENT_TEAM.value, "team": team, "author": me,
        }  # fmt: skip
        records.write(tx, MEETING, meeting, values, case=records.Case(), now=now, sign=vault.sign)
        for one in told:
            words = {name: cleared[f"{one.participant}.{name}"] for name in TEXTS}
            whole: Mapping[str, Value] = {**words, "meeting": meeting, "on_day": at.date()}
            case.insert(vault, tx, CLINIC_AGREEMENT, whole, participant=one.participant, now=now)
            if one.task and len(words["who_does"].text) <= SHORT_MAX and words["who_does"].text:
                due = at.date() + TASK_DUE
                task: dict[str, Value] = {"title": words["who_does"], "owner": me, "due_on": due}
                _remember(tx, vault, one.participant, task, now)
    return Saved(meeting, CHANGES)


def _in_the_way(tx: Tx, told: tuple[Said, ...], team: UUID | None, at: datetime) -> Invalid | None:
    whose = {one.participant for one in told}
    if not _are_of(tx, team, whose, at):
        return Invalid("participants", "unknown")
    if closed := consents.closed(tx, whose, ConsentKind.CONTACT_CLINIC, at.date()):
        return Invalid(f"{min(closed)}.about_job", "blocked")
    field = _of_another(tx, told)
    return Invalid(field, others.REASON) if field else None


def _of_another(tx: Tx, told: tuple[Said, ...]) -> str | None:
    """The field that names somebody else than the participant it stands with."""
    for one in told:
        if field := others.named(tx, one.texts, but=(one.participant,)):
            return f"{one.participant}.{field}"
    return None


def _remember(tx: Tx, vault: Vault, whose: UUID, values: Mapping[str, Value], now: datetime) -> None:
    whole = {**values, "participant": whose}
    case = records.Case(cand=whose)
    records.write(tx, TASK, records.new_id(), whole, case=case, now=now, sign=vault.sign)


def _are_of(tx: Tx, team: UUID | None, whose: set[UUID], at: datetime) -> bool:
    """Whether all are here, and of this team on the day where one is named."""
    if len(caseload.names(tx, whose)) != len(whose):
        return False
    if team is None:
        return True
    day = at.date()
    members = {
        a.participant
        for a in person.everything(tx, Attachment)
        if a.team == team and covers(a.from_day, a.to_day, day)
    }
    return whose <= members
