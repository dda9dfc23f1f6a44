"""I dag: what falls due, what waits, and the week in figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import calendar as dates
from app.domain import participant as words
from app.domain.calendar import Appointment, AppointmentRow, Task, TaskRow
from app.domain.employer import WEEKLY_CONTACTS, ContactMode, EmployerContact
from app.domain.journal import COMMUNITY, CONVERSATIONS, Draft, Note
from app.domain.participant import IN_JOB, CaseloadRow, Participant
from app.policy import standing
from app.services import support
from app.services.calendar import day_of, row_of
from app.services.support import DueRow
from app.store import calendar, caseload, employers, journal, outbox, people, work

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

COMMUNITY_GOAL: Final = 65


@dataclass(frozen=True, slots=True)
class WaitingHere:
    """Changes the server has not acknowledged, counted as a person counts them. `held`: stopped by its guard."""

    notes: int
    contacts: int
    appointments: int
    tasks: int
    others: int
    held: int

    @property
    def total(self) -> int:
        return self.notes + self.contacts + self.appointments + self.tasks + self.others


@dataclass(frozen=True, slots=True)
class Week:
    """This ISO week, Monday to Sunday, the user's own work.

    `contacts`: meetings in person with employers on somebody's behalf (fidelity item 17) of `contacts_goal`.
    `conversations` of `conversations_planned` (those had and those still ahead). `community`: per cent of the
    logged minutes spent outside clinic and office (item 24) towards `community_goal`; None without minutes.
    """

    number: int
    contacts: int
    contacts_goal: int
    conversations: int
    conversations_planned: int
    community: int | None
    community_goal: int


@dataclass(frozen=True, slots=True)
class DraftRow:
    draft: Draft
    participant: str


@dataclass(frozen=True, slots=True)
class Today:
    """`left`: appointments of former days nobody has said were held or cancelled. `next`: the first after today.

    `follow_ups`: the support contacts the rhythm of each job waits for. `unwritten`: in a job by their phase, and no
    job or education is written down that a rhythm could follow. `nobody`: there is no candidate at all yet.
    """

    name: str
    appointments: tuple[AppointmentRow, ...]
    left: tuple[AppointmentRow, ...]
    next: AppointmentRow | None
    tasks: tuple[TaskRow, ...]
    no_contact: tuple[CaseloadRow, ...]
    follow_ups: tuple[DueRow, ...]
    unwritten: tuple[Participant, ...]
    waiting: WaitingHere
    drafts: tuple[DraftRow, ...]
    week: Week
    nobody: bool = False


def today(vault: Vault, *, now: datetime) -> Today:
    """Everything the first page shows, from one moment's state."""
    start, end = day_of(now)
    with vault.read() as tx:
        me = people.me(tx)
        followed = caseload.followed(tx, me.person, me.signs, now.date())
        rows = _rows(tx, followed, now)
        following = calendar.next_after(tx, end, owners=me.signs)
        here = calendar.appointments_between(tx, start, end, owners=me.signs)
        left = calendar.unresolved_before(tx, start, owners=me.signs)
        due = [task for task in calendar.tasks(tx, done=False) if _is_due(task, me.signs, now)]
        drafts = journal.drafts(tx)
        names = _names(tx, [*here, *left, *([following] if following else [])], [*due, *drafts])
        return Today(
            name=me.name,
            appointments=tuple(map(names.beside, here)),
            left=tuple(map(names.beside, left)),
            next=names.beside(following) if following else None,
            tasks=tuple(names.task(task, now) for task in due),
            no_contact=tuple(sorted((r for r in rows if r.late), key=lambda r: -(r.days or 0))),
            follow_ups=support.due_rows(tx, now, [one.id for one in followed]),
            unwritten=_unwritten(tx, followed),
            waiting=_waiting(outbox.waiting_counts(tx), outbox.count(tx, "held")),
            drafts=tuple(DraftRow(d, names.of(d.participant)) for d in drafts),
            week=_week(tx, me.signs, now),
            nobody=caseload.is_empty(tx),
        )


def _names(tx: Tx, agreed: Sequence[Appointment], others: Sequence[Task | Draft]) -> _Names:
    """Of those the page names, and of nobody else."""
    people_ = {one.participant for one in (*agreed, *others) if one.participant}
    return _Names(
        caseload.names(tx, people_), employers.names(tx, {one.employer for one in agreed if one.employer})
    )


@dataclass(frozen=True, slots=True)
class _Names:
    participants: dict[UUID, str]
    employers: dict[UUID, str]

    def of(self, participant: UUID | None) -> str:
        return self.participants.get(participant, "") if participant else ""

    def beside(self, one: Appointment) -> AppointmentRow:
        return row_of(one, self.participants, self.employers)

    def task(self, one: Task, now: datetime) -> TaskRow:
        return TaskRow(one, self.of(one.participant), one.due_on is not None and one.due_on < now.date())


def _rows(tx: Tx, followed: Sequence[Participant], now: datetime) -> tuple[CaseloadRow, ...]:
    ids = [one.id for one in followed]
    last, steps = caseload.last_contacts(tx, ids), caseload.open_steps(tx, ids)
    return tuple(
        words.row(
            one,
            last.get(one.id),
            next(iter(steps.get(one.id, ())), None),
            now,
            quiet_days=standing.contact_days(),
        )
        for one in followed
    )


def _is_due(task: Task, mine: frozenset[str], now: datetime) -> bool:
    return task.owner in mine and task.due_on is not None and task.due_on <= now.date()


def _unwritten(tx: Tx, followed: Sequence[Participant]) -> tuple[Participant, ...]:
    working = [one for one in followed if one.phase in IN_JOB]
    known = work.at_work(tx, [one.id for one in working])
    return tuple(sorted((one for one in working if one.id not in known), key=lambda one: one.name.casefold()))


def _waiting(kinds: Mapping[str, int], held: int) -> WaitingHere:
    named = {"note", "employer_contact", "appointment", "task"}
    return WaitingHere(
        notes=kinds.get("note", 0),
        contacts=kinds.get("employer_contact", 0),
        appointments=kinds.get("appointment", 0),
        tasks=kinds.get("task", 0),
        others=sum(n for kind, n in kinds.items() if kind not in named),
        held=held,
    )


def _week(tx: Tx, mine: frozenset[str], now: datetime) -> Week:
    first = day_of(now)[0] - timedelta(days=now.weekday())
    after = first + timedelta(days=7)
    contacts = employers.contacts_between(tx, first, after, authors=mine)
    notes = journal.written_between(tx, first, after, authors=mine)
    ahead = calendar.appointments_between(tx, now, after, owners=mine)
    had = sum(note.kind in CONVERSATIONS for note in notes)
    planned = sum(
        a.kind in dates.CONVERSATIONS and a.participant is not None and a.held_at is None for a in ahead
    )
    return Week(
        number=now.isocalendar().week,
        contacts=sum(c.mode is ContactMode.IN_PERSON and bool(c.participants) for c in contacts),
        contacts_goal=WEEKLY_CONTACTS,
        conversations=had,
        conversations_planned=had + planned,
        community=_community(notes, contacts),
        community_goal=COMMUNITY_GOAL,
    )


def _community(notes: Sequence[Note], contacts: Sequence[EmployerContact]) -> int | None:
    """The share of minutes outside clinic and office, in per cent; minutes without a place count in neither."""
    spent = [(note.place in COMMUNITY, note.minutes or 0) for note in notes if note.place]
    spent += [(contact.mode is ContactMode.IN_PERSON, contact.minutes or 0) for contact in contacts]
    whole = sum(minutes for _, minutes in spent)
    return round(100 * sum(minutes for out, minutes in spent if out) / whole) if whole else None
