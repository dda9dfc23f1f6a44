"""Appointments and tasks: made, moved, held, cancelled; added, done, undone, postponed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from app.domain.calendar import Appointment, AppointmentKind
from app.domain.changes import Topic
from app.protocol import operation
from app.services import calendar
from app.services.door import Held, Invalid, Saved
from app.store import calendar as rows
from app.store import outbox
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    REFUSED,
    SENTINEL,
    counts,
    employer,
    participant,
    saved,
    task,
    whole_text,
)


def _appoint(vault: Vault, **given: Any) -> UUID:
    told: dict[str, Any] = {
        "kind": AppointmentKind.MEETING, "title": "Samtale", "starts_at": NOW + timedelta(hours=2), "minutes": 45,
    }  # fmt: skip
    return saved(calendar.create_appointment(vault, **(told | given), now=NOW))


def _get(vault: Vault, id: UUID) -> Appointment:
    with vault.read() as tx:
        found = rows.get_appointment(tx, id)
    assert found is not None
    return found


def _last(vault: Vault) -> dict[str, Any]:
    with vault.read() as tx:
        return operation.read(outbox.waiting(tx)[-1].p)


def _titles(vault: Vault, start: datetime, end: datetime) -> list[str]:
    return [row.appointment.title for row in calendar.appointments(vault, start=start, end=end)]


def test_a_participants_appointment_is_in_their_case_and_ones_own_is_not(vault: Vault) -> None:
    amira = participant(vault)
    _appoint(vault, participant=amira)
    assert (_last(vault)["cand"], _last(vault)["own"]) == (str(amira), False)
    _appoint(vault)
    assert (_last(vault)["cand"], _last(vault)["own"]) == (None, True)


def test_a_days_appointments_come_in_order_with_their_names(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    start, end = calendar.day_of(NOW)
    _appoint(vault, title="Sidst på dagen", starts_at=end - timedelta(minutes=1))
    _appoint(vault, title="I morgen", starts_at=end)
    _appoint(vault, title="Først", starts_at=start, participant=amira, employer=juhl)
    assert _titles(vault, start, end) == ["Først", "Sidst på dagen"]
    row = calendar.appointments(vault, start=start, end=end)[0]
    assert (row.participant, row.employer) == ("Amira Holm", "Bageri Juhl")


def test_an_appointment_is_moved_held_and_reopened(vault: Vault) -> None:
    id = _appoint(vault)
    outcome = calendar.move_appointment(vault, id, starts_at=NOW + timedelta(days=1), now=NOW)
    assert isinstance(outcome, Saved)
    assert outcome.changes >= {Topic.CALENDAR, Topic.CASELOAD, Topic.OUTBOX}
    assert (_get(vault, id).starts_at, _get(vault, id).minutes) == (NOW + timedelta(days=1), 45)
    calendar.hold_appointment(vault, id, minutes=50, now=NOW)
    assert (_get(vault, id).held_at, _get(vault, id).minutes) == (NOW, 50)
    calendar.cancel_appointment(vault, id, now=NOW + timedelta(minutes=1))
    assert (_get(vault, id).held_at, _get(vault, id).cancelled_at) == (None, NOW + timedelta(minutes=1))
    calendar.reopen_appointment(vault, id, now=NOW)
    assert (_get(vault, id).held_at, _get(vault, id).cancelled_at) == (None, None)


def test_a_cancelled_appointment_leaves_the_calendar(vault: Vault) -> None:
    calendar.cancel_appointment(vault, _appoint(vault), now=NOW)
    assert _titles(vault, *calendar.day_of(NOW)) == []


def test_whose_an_appointment_is_cannot_be_changed(vault: Vault) -> None:
    id = _appoint(vault)
    fields = {"participant": participant(vault)}
    assert calendar.change_appointment(vault, id, fields=fields, now=NOW) == Invalid("participant", "final")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"title": " "}, Invalid("title", "missing")),
        ({"starts_at": NOW.replace(tzinfo=None)}, Invalid("starts_at", "shape")),
        ({"starts_at": NOW.replace(year=9999)}, Invalid("starts_at", "shape")),
        ({"minutes": -5}, Invalid("minutes", "shape")),
        ({"participant": UUID(int=1)}, Invalid("participant", "unknown")),
        ({"employer": UUID(int=1)}, Invalid("employer", "unknown")),
    ],
)
def test_what_is_wrong_with_an_appointment_is_said_by_field(
    vault: Vault, given: dict[str, Any], expected: Invalid
) -> None:
    before = counts(vault)
    told = {"kind": AppointmentKind.CALL, "title": "Ring", "starts_at": NOW, **given}
    assert calendar.create_appointment(vault, **told, now=NOW) == expected
    assert counts(vault) == before


def test_held_titles_and_places_leave_no_trace(vault: Vault) -> None:
    id = _appoint(vault)
    before = counts(vault)
    for outcome in (
        calendar.create_appointment(vault, kind=AppointmentKind.CALL, title=REFUSED, starts_at=NOW, now=NOW),
        calendar.change_appointment(vault, id, fields={"place": REFUSED}, now=NOW),
        calendar.add_task(vault, title=REFUSED, now=NOW),
    ):
        assert isinstance(outcome, Held)
    assert counts(vault) == before
    assert SENTINEL.casefold() not in whole_text(vault).casefold()


def test_a_task_is_done_undone_and_postponed(vault: Vault) -> None:
    id = task(vault, due_on=NOW.date())
    assert [row.task.id for row in calendar.tasks(vault, now=NOW)] == [id]
    outcome = calendar.do_task(vault, id, now=NOW)
    assert isinstance(outcome, Saved)
    assert outcome.changes >= {Topic.TASKS, Topic.CASELOAD, Topic.JOURNAL, Topic.OUTBOX}
    assert calendar.tasks(vault, now=NOW) == ()
    assert [row.task.done_at for row in calendar.tasks(vault, now=NOW, done=True)] == [NOW]
    calendar.undo_task(vault, id, now=NOW)
    calendar.postpone_task(vault, id, due_on=date(2026, 12, 1), now=NOW)
    row = calendar.tasks(vault, now=NOW)[0]
    assert (row.task.done_at, row.task.due_on, row.overdue) == (None, date(2026, 12, 1), False)


def test_tasks_come_by_day_and_those_without_one_last(vault: Vault) -> None:
    amira = participant(vault)
    task(vault, title="Uden dato")
    task(vault, title="I morgen", due_on=NOW.date() + timedelta(days=1))
    task(vault, amira, title="Ring til kommunen", due_on=NOW.date() - timedelta(days=1))
    found = [(r.task.title, r.participant, r.overdue) for r in calendar.tasks(vault, now=NOW)]
    assert found == [
        ("Ring til kommunen", "Amira Holm", True),
        ("I morgen", "", False),
        ("Uden dato", "", False),
    ]


_ACTS: list[Callable[[Vault, UUID], object]] = [
    lambda v, id: calendar.do_task(v, id, now=NOW),
    lambda v, id: calendar.undo_task(v, id, now=NOW),
    lambda v, id: calendar.hold_appointment(v, id, now=NOW),
    lambda v, id: calendar.cancel_appointment(v, id, now=NOW),
    lambda v, id: calendar.move_appointment(v, id, starts_at=NOW, now=NOW),
]


@pytest.mark.parametrize("act", _ACTS)
def test_what_is_not_here_cannot_be_changed(vault: Vault, act: Callable[[Vault, UUID], object]) -> None:
    assert act(vault, UUID(int=1)) == Invalid("id", "unknown")


def test_asking_for_what_stands_already_queues_nothing(vault: Vault) -> None:
    id = task(vault)
    before = counts(vault)
    assert calendar.undo_task(vault, id, now=NOW) == Saved(id, frozenset())
    assert counts(vault) == before
