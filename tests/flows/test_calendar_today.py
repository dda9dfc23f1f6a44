"""I dag: what falls due, what waits, and the week in figures."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.domain.calendar import AppointmentKind
from app.domain.journal import NoteKind, Place
from app.domain.support import Due
from app.services import calendar, caseload, course, journal, today
from app.store import journal as rows
from app.store import people
from app.store.tables import enrolment
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    REFUSED,
    contact,
    employer,
    fields,
    note,
    participant,
    saved,
    task,
)
from tests.work_parts import job, support_contact


def _appoint(vault: Vault, title: str, hours: float, **given: Any) -> Any:
    return saved(
        calendar.create_appointment(
            vault, kind=AppointmentKind.MEETING, title=title, starts_at=NOW + timedelta(hours=hours), now=NOW, **given
        )
    )  # fmt: skip


def test_an_empty_journal_has_an_empty_day(vault: Vault) -> None:
    seen = today.today(vault, now=NOW)
    assert (seen.appointments, seen.tasks, seen.no_contact, seen.follow_ups, seen.drafts) == ((),) * 5
    assert seen.unwritten == ()
    assert (seen.next, seen.waiting.total, seen.week.number) == (None, 0, 48)
    assert (seen.week.contacts, seen.week.conversations, seen.week.community) == (0, 0, None)


def test_the_day_holds_its_appointments_what_was_left_and_what_is_next(vault: Vault) -> None:
    amira = participant(vault)
    _appoint(vault, "Ring til Bageri Juhl", 2.5, participant=amira)
    _appoint(vault, "Ring til kommunen", -24)
    _appoint(vault, "På onsdag", 48)
    seen = today.today(vault, now=NOW)
    assert [(r.appointment.title, r.participant) for r in seen.appointments] == [
        ("Ring til Bageri Juhl", "Amira Holm")
    ]
    assert [r.appointment.title for r in seen.left] == ["Ring til kommunen"]
    assert seen.next is not None
    assert seen.next.appointment.title == "På onsdag"


def test_tasks_due_today_or_before_are_on_the_list(vault: Vault) -> None:
    for title, days in (("I dag", 0), ("Ring til kommunen", -1), ("I morgen", 1)):
        task(vault, title=title, due_on=NOW.date() + timedelta(days=days))
    task(vault, title="Uden dato")
    assert [(r.task.title, r.overdue) for r in today.today(vault, now=NOW).tasks] == [
        ("Ring til kommunen", True),
        ("I dag", False),
    ]


def test_those_without_contact_come_longest_first(vault: Vault) -> None:
    for name, days in (("Amira Holm", 14), ("Jonas Bak", 21), ("Sofie Dam", 8)):
        note(vault, participant(vault, name), happened_at=NOW - timedelta(days=days))
    found = [(r.participant.name, r.days) for r in today.today(vault, now=NOW).no_contact]
    assert found == [("Jonas Bak", 21), ("Amira Holm", 14)]


def test_a_support_contact_waits_on_the_list_until_it_was_made(vault: Vault) -> None:
    peter = participant(vault, "Peter Nygaard")
    begun = job(vault, peter, NOW.date() - timedelta(days=2), title="Bager")
    (due,) = today.today(vault, now=NOW).follow_ups
    assert (due.participant, due.due.job.id, due.due.contact.kind) == (
        "Peter Nygaard",
        begun,
        Due.AFTER_START,
    )
    support_contact(vault, peter, begun, NOW.date())
    assert today.today(vault, now=NOW).follow_ups == ()


def test_somebody_in_a_job_nobody_wrote_down_is_on_the_list(vault: Vault) -> None:
    sofie = participant(vault, "Sofie Dam", phase="employed", job_start=NOW.date() - timedelta(weeks=3))
    assert [one.name for one in today.today(vault, now=NOW).unwritten] == ["Sofie Dam"]
    job(vault, sofie, NOW.date() - timedelta(weeks=3))
    assert today.today(vault, now=NOW).unwritten == ()


def test_the_days_list_is_ones_own_and_that_of_those_one_stands_in_for(vault: Vault) -> None:
    others = participant(vault, "Karim Aydin", consultant="bka")
    begun = job(vault, others, NOW.date() - timedelta(days=2))
    note(vault, others, happened_at=NOW - timedelta(days=20))
    mine = today.today(vault, now=NOW)
    assert (mine.no_contact, mine.follow_ups) == ((), ())
    with vault.begin() as tx:
        tx.execute(enrolment.update().values(person="mlu"))
    span = {"from_day": NOW.date(), "to_day": NOW.date() + timedelta(days=14)}
    told: dict[str, Any] = {"person": "mlu", "role": "deputy", "reason": "Ferie", **span}
    saved(course.assign(vault, others, fields=told, now=NOW))
    stood_in = today.today(vault, now=NOW)
    assert [row.participant.name for row in stood_in.no_contact] == ["Karim Aydin"]
    assert [row.due.job.id for row in stood_in.follow_ups] == [begun]


def test_what_waits_is_counted_as_a_person_counts_it(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    first = note(vault, amira)
    note(vault, amira)
    contact(vault, juhl, amira)
    id = _appoint(vault, "Samtale", 2, participant=amira)
    calendar.move_appointment(vault, id, starts_at=NOW + timedelta(hours=3), now=NOW)
    task(vault)
    caseload.change(vault, amira, fields={"phone": "+45 00 00 00 00"}, now=NOW)
    waiting = today.today(vault, now=NOW).waiting
    assert (waiting.notes, waiting.contacts, waiting.appointments, waiting.tasks, waiting.others) == (
        2,
        1,
        1,
        1,
        2,
    )
    assert waiting.total == 7
    with vault.begin() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = 'acked' WHERE id = ?", (first.id.hex,))
        rows.acknowledge(tx, first.id, rev=1, received_at=NOW)
    assert today.today(vault, now=NOW).waiting.notes == 1


def test_a_draft_shows_how_many_stops_it_has(vault: Vault) -> None:
    amira = participant(vault)
    journal.save_draft(vault, note=fields(amira, facts=REFUSED), now=NOW)
    row = today.today(vault, now=NOW).drafts[0]
    assert (row.participant, row.draft.held > 0) == ("Amira Holm", True)


def test_the_weeks_figures_count_the_users_own_work_of_this_week(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    contact(vault, juhl, amira, minutes=60)
    contact(vault, juhl, minutes=30)  # on nobody's behalf: time out of the house, no contact of item 17
    contact(vault, juhl, amira, mode="phone", minutes=10)
    contact(vault, juhl, amira, at=NOW - timedelta(days=1), minutes=500)  # Sunday, the week before
    note(vault, amira, minutes=30, place=Place.CLINIC)
    note(vault, amira, minutes=70, place=Place.PUBLIC_PLACE, kind=NoteKind.FOLLOW_UP)
    note(vault, amira, minutes=500, place=None, kind=NoteKind.JOB_SEARCH)
    _appoint(vault, "Senere på ugen", 48, participant=amira)
    _appoint(vault, "Teammøde", 49)
    week = today.today(vault, now=NOW).week
    assert (week.contacts, week.contacts_goal) == (1, 6)
    assert (week.conversations, week.conversations_planned) == (2, 3)
    assert week.community == round(100 * (60 + 30 + 70) / (60 + 30 + 10 + 30 + 70))


def test_a_corrected_note_counts_once(vault: Vault) -> None:
    amira = participant(vault)
    first = note(vault, amira, minutes=30, place=Place.CLINIC)
    journal.correct(vault, first.id, note=fields(amira, minutes=10, place=Place.CLINIC), now=NOW)
    assert today.today(vault, now=NOW).week.conversations == 1


def test_a_colleagues_work_in_a_shared_case_is_not_ones_own(vault: Vault) -> None:
    amira = participant(vault)
    with vault.begin() as tx:
        tx.execute(enrolment.update().values(person="colleague", name="Søren"))
    note(vault, amira)
    contact(vault, employer(vault), amira)
    _appoint(vault, "Kollegas", 1, participant=amira)
    with vault.begin() as tx:
        tx.execute(enrolment.update().values(person="mlu", name="Mette Lund"))
        assert people.me(tx).signs == {"", "mlu"}
    seen = today.today(vault, now=NOW)
    assert (seen.name, seen.appointments, seen.week.contacts, seen.week.conversations) == (
        "Mette Lund",
        (),
        0,
        0,
    )
    note(vault, amira)
    assert today.today(vault, now=NOW).week.conversations == 1
