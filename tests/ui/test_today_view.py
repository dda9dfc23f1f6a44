"""What I dag says, as tables: greetings, order, empty days, what waits, the week in figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

from app.domain.calendar import Appointment, AppointmentKind, AppointmentRow, Task, TaskRow
from app.domain.job import Job
from app.domain.journal import Draft, NoteKind, SourceOf
from app.domain.participant import CaseloadRow, Participant, Phase, Step, row
from app.domain.support import Due, DueContact, DueState, SupportDue
from app.services.support import DueRow
from app.services.today import DraftRow, Today, WaitingHere, Week
from ui.today import view

HERE = ZoneInfo("Europe/Copenhagen")
NOW = datetime(2026, 11, 23, 10, 21, tzinfo=HERE)
AMIRA = UUID(int=1)
NOTHING = WaitingHere(0, 0, 0, 0, 0, 0)
EMPTY = Today(
    "Mette Lund", (), (), None, (), (), (), (), NOTHING, (), Week(48, 4, 6, 11, 14, 62, 65)
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("look")


def _meeting(
    hour: int, days: int = 0, *, title: str = "Samtale", place: str = "", employer: str = ""
) -> AppointmentRow:
    at = (NOW + timedelta(days=days)).replace(hour=hour, minute=0)
    one = Appointment(uuid4(), AMIRA, None, AppointmentKind.CALL, title, at, 30, place, None, None, "")
    return AppointmentRow(one, "Amira Holm", employer)


def _task(days: int, title: str = "Print CV", whose: UUID | None = AMIRA) -> TaskRow:
    one = Task(uuid4(), whose, title, NOW.date() + timedelta(days=days), None, "")
    return TaskRow(one, "Amira Holm" if whose else "", days < 0)


def _late(step: Step | None, seen: int = 21) -> CaseloadRow:
    one = Participant(AMIRA, "Jonas Bak", None, "", Phase.JOB_SEARCH, None, None, *[""] * 8)
    return row(one, NOW - timedelta(days=seen), step, NOW)


@pytest.mark.parametrize(
    ("hour", "name", "said"),
    [
        (6, "Mette Lund", "God morgen, Mette"),
        (9, "Mette Lund", "God morgen, Mette"),
        (10, "Mette Lund", "God dag, Mette"),
        (17, "Mette", "God dag, Mette"),
        (18, "Mette Lund", "God aften, Mette"),
        (8, "", "God morgen"),
    ],
)
def test_the_day_begins_with_a_greeting(hour: int, name: str, said: str) -> None:
    assert view.greeting(name, NOW.replace(hour=hour)) == said


def test_what_was_left_comes_first_the_oldest_on_top() -> None:
    day = replace(
        EMPTY, left=(_meeting(9, -1, title="Fra i går"),), appointments=(_meeting(13, title="Kl. 13"),),
        tasks=(_task(-3, "Tre dage for sent"), _task(0, "I dag")),
    )  # fmt: skip
    shown = view.ahead(day, NOW)
    assert [one.title for one in shown] == ["Tre dage for sent", "Fra i går", "Kl. 13", "I dag"]
    assert [one.tone for one in shown] == ["warnText", "warnText", "accentText", "accentText"]
    assert [one.right for one in shown] == ["Fre. 20. nov.", "I går kl. 9.00", "13.00", "I dag"]


def test_everything_of_the_day_can_be_ticked_and_put_off() -> None:
    day = replace(EMPTY, left=(_meeting(9, -1),), appointments=(_meeting(13),), tasks=(_task(0),))
    shown, steps = view.ahead(day, NOW), view.steps(day)
    assert all(one.tickable for one in shown)
    assert {one.id.id for one in shown if isinstance(one.id, view.Target)} == set(steps)


def test_a_place_that_names_the_employer_is_not_said_twice() -> None:
    day = replace(EMPTY, appointments=(_meeting(13, employer="Netto", place="Netto, Vestergade"),))
    assert view.ahead(day, NOW)[0].note == "Amira Holm · Netto, Vestergade"


def test_ones_own_task_has_nothing_to_open_and_is_done_instead() -> None:
    day = replace(EMPTY, tasks=(_task(0), _task(0, whose=None)))
    assert [one.act for one in view.ahead(day, NOW)] == ["Åbn", "Gjort"]


def test_an_empty_day_says_what_comes_next() -> None:
    assert view.nothing_ahead(EMPTY, NOW) == "Intet forfalder i dag."
    wednesday = replace(EMPTY, next=_meeting(10, 2))
    assert (
        view.nothing_ahead(wednesday, NOW) == "Intet forfalder i dag. Næste aftale: ons. 25. nov. kl. 10.00."
    )


def test_nobody_heard_from_has_the_next_step_or_the_way_to_one() -> None:
    call = Step(uuid4(), False, "Ring", "call", NOW.replace(hour=13), None, None)
    task = Step(uuid4(), True, "Skriv til Jonas", "", None, date(2026, 11, 24), None)
    shown = view.without_contact((_late(None), _late(call, 14), _late(task)), NOW)
    assert [(one.note, one.act) for one in shown] == [
        ("21 dage siden sidst · ingen aftale", "Aftal kontakt"),
        ("14 dage siden sidst · aftale i dag", "Åbn"),
        ("21 dage siden sidst · Skriv til Jonas", "Åbn"),
    ]


def test_a_follow_up_says_which_contact_of_the_job_and_where() -> None:
    job = Job(
        uuid4(), AMIRA, None, None, "Bager", "", "ordinary_permanent", False, True, None, date(2026, 11, 16), None, None,
        False, "", "", "", "", "", None, None, None, None, None, "", (), None, "", "", None, None, None, "",
    )  # fmt: skip
    week = DueContact(job.id, Due.WEEK, 1, job.start_on, date(2026, 11, 22), DueState.MISSED)
    month = DueContact(job.id, Due.MONTH, 5, job.start_on, date(2026, 11, 27), DueState.DUE)
    due = tuple(DueRow(SupportDue(job, one), "Amira Holm", "Bageri Juhl") for one in (week, month))
    shown = view.follow_ups(due, (_late(None).participant,), NOW)
    assert [(row.title, row.note, row.right, row.tone) for row in shown] == [
        ("Amira Holm", "Kontakt i uge 1 · Bager · Bageri Juhl", "I går", "stopText"),
        ("Amira Holm", "Kontakt i måned 5 · Bager · Bageri Juhl", "Fre. 27. nov.", "warnText"),
        ("Jonas Bak", "Skriv jobbet ind, så følger støtten med", "", "warnText"),
    ]


def test_what_waits_is_counted_as_one_counts() -> None:
    (only,) = view.waiting(WaitingHere(2, 1, 1, 0, 0, 0))
    assert (only.title, only.note) == ("2 notater, 1 kontakt, 1 aftale", "Sendes, når du er på kommunens net")


def test_what_the_server_would_not_take_is_said_first_and_is_not_counted_as_waiting() -> None:
    held, waits = view.waiting(WaitingHere(1, 0, 0, 0, 0, 2))
    assert held.title == "2 afvist af serverens vagt"
    assert waits.title == "1 notat"
    assert view.waiting(NOTHING) == ()


def test_a_draft_says_whose_it_is_and_what_the_guard_found() -> None:
    one = Draft(
        uuid4(), AMIRA, NoteKind.MEETING, "", None, None, None, SourceOf.OBSERVED, "", "", "", "", None, 1,
        NOW - timedelta(minutes=20),
    )  # fmt: skip
    named = replace(one, title="Samtale om bageriet", held=0, participant=None)
    shown = view.drafts((DraftRow(one, "Amira Holm"), DraftRow(named, "")), NOW)
    assert [(row.title, row.note) for row in shown] == [
        ("Notat", "Amira Holm · 1 stop fra vagten · i dag kl. 10.01"),
        ("Samtale om bageriet", "ingen kandidat valgt · i dag kl. 10.01"),
    ]


def test_the_week_in_figures_never_divides_by_nothing() -> None:
    shown = view.bars(Week(48, 4, 6, 11, 14, 62, 65))
    assert [bar.words for bar in shown] == ["4 af 6", "11 af 14", "62 % · mål 65 %"]
    quiet = view.bars(Week(48, 0, 6, 0, 0, None, 65))
    assert [bar.words for bar in quiet] == ["0 af 6", "ingen aftalt", "ingen tid noteret endnu"]
