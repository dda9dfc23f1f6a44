"""The caseload: who needs something done, one participant's page, and changes field by field."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from app.domain import participant as words
from app.domain.calendar import AppointmentKind
from app.domain.changes import Topic
from app.domain.journal import NoteKind, Place
from app.domain.participant import Participant, Phase
from app.protocol import operation
from app.services import calendar, caseload
from app.services.door import Held, Invalid, Saved
from app.store import outbox
from app.vault.vault import Vault
from tests.journal_parts import (
    NOW,
    REFUSED,
    SENTINEL,
    contact,
    counts,
    employer,
    note,
    participant,
    saved,
    task,
    whole_text,
)


def _days_ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


def _names(vault: Vault) -> list[str]:
    return [row.participant.name for row in caseload.overview(vault, now=NOW)]


def test_those_who_need_something_come_first_then_by_next_step(vault: Vault) -> None:
    for name, seen, due in (
        ("Karim Aydin", 3, 1), ("Jonas Bak", 21, None), ("Amira Holm", 14, 0), ("Sofie Dam", 13, 0), ("Åse Bo", 1, None),
    ):  # fmt: skip
        id = participant(vault, name)
        note(vault, id, happened_at=_days_ago(seen))
        if due is not None:
            task(vault, id, due_on=NOW.date() + timedelta(days=due))
    assert _names(vault) == ["Amira Holm", "Jonas Bak", "Sofie Dam", "Karim Aydin", "Åse Bo"]


@pytest.mark.parametrize(("days", "late"), [(13, False), (14, True), (15, True)])
def test_fourteen_days_without_contact_ask_for_action(vault: Vault, days: int, late: bool) -> None:  # noqa: FBT001
    note(vault, participant(vault), happened_at=_days_ago(days))
    row = caseload.overview(vault, now=NOW)[0]
    assert (row.days, row.late, row.needs_action) == (days, late, late)


def test_days_are_counted_on_the_calendar_not_by_the_clock(vault: Vault) -> None:
    evening = _days_ago(14).replace(hour=23, minute=50)
    note(vault, participant(vault), happened_at=evening)
    assert caseload.overview(vault, now=NOW.replace(hour=0, minute=5))[0].days == 14


@pytest.mark.parametrize("phase", [Phase.ON_HOLD, Phase.CLOSED, Phase.REFERRED, Phase.NOT_STARTED])
def test_a_pause_or_an_ended_course_is_not_late(vault: Vault, phase: Phase) -> None:
    id = participant(vault, phase=phase.value)
    note(vault, id, happened_at=_days_ago(40))
    assert not caseload.overview(vault, now=NOW)[0].late


def test_who_was_never_seen_is_counted_from_the_start_of_the_course(vault: Vault) -> None:
    participant(vault, ips_start=NOW.date() - timedelta(days=20))
    row = caseload.overview(vault, now=NOW)[0]
    assert (row.last_contact, row.days, row.late) == (None, 20, True)


@pytest.mark.parametrize(
    ("kind", "counts_"), [(k, k in (NoteKind.MEETING, NoteKind.FOLLOW_UP)) for k in NoteKind]
)
def test_only_a_conversation_counts_as_contact(vault: Vault, kind: NoteKind, counts_: bool) -> None:  # noqa: FBT001
    note(vault, participant(vault), kind=kind)
    assert (caseload.overview(vault, now=NOW)[0].last_contact is not None) == counts_


def test_a_held_appointment_counts_as_contact_a_cancelled_one_does_not(vault: Vault) -> None:
    amira = participant(vault)
    for days, act in ((2, calendar.cancel_appointment), (5, calendar.hold_appointment)):
        made = calendar.create_appointment(
            vault,
            kind=AppointmentKind.MEETING,
            title="Samtale",
            participant=amira,
            starts_at=_days_ago(days),
            now=NOW,
        )
        act(vault, saved(made), now=NOW)
    assert caseload.overview(vault, now=NOW)[0].last_contact == _days_ago(5)


def test_a_step_whose_day_has_passed_asks_for_action_and_todays_does_not(vault: Vault) -> None:
    note(vault, participant(vault))
    amira = caseload.overview(vault, now=NOW)[0].participant.id
    id = task(vault, amira, due_on=NOW.date())
    assert not caseload.overview(vault, now=NOW)[0].needs_action
    row = caseload.overview(vault, now=NOW + timedelta(days=1))[0]
    assert (row.overdue, row.late, row.needs_action) == (True, False, True)
    calendar.do_task(vault, id, now=NOW)
    assert not caseload.overview(vault, now=NOW + timedelta(days=1))[0].needs_action


def test_the_next_step_is_the_soonest_and_a_time_comes_before_a_day(vault: Vault) -> None:
    amira = participant(vault)
    task(vault, amira, "Uden dato")
    task(vault, amira, "I morgen", due_on=NOW.date() + timedelta(days=1))
    task(vault, amira, "I dag", due_on=NOW.date())
    saved(
        calendar.create_appointment(
            vault, kind=AppointmentKind.CALL, title="Ring kl. 13", participant=amira,
            starts_at=NOW.replace(hour=13), now=NOW,
        )
    )  # fmt: skip
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert [step.title for step in page.steps] == ["Ring kl. 13", "I dag", "I morgen", "Uden dato"]
    assert page.row.next == page.steps[0]


def test_the_page_tells_the_months_minutes_and_the_employers_in_dialogue(vault: Vault) -> None:
    amira, jonas = participant(vault), participant(vault, "Jonas Bak")
    juhl = employer(vault, relation="dialogue")
    hviid, new = employer(vault, "Rosengartneriet", relation="agreement"), employer(vault, "Smedjen")
    contact(vault, juhl, amira, minutes=35)
    contact(vault, juhl, amira, minutes=20, mode="phone")
    contact(vault, hviid, amira, jonas, minutes=40, at=NOW.replace(month=10))
    contact(vault, new, amira, minutes=5)
    note(vault, amira, minutes=30, place=Place.EMPLOYER)
    note(vault, amira, minutes=90, place=Place.CLINIC)
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert (page.in_dialogue, page.month_minutes) == (2, 35 + 5 + 30)


def test_a_participant_is_queued_for_their_own_case(vault: Vault) -> None:
    outcome = caseload.create(vault, fields={"name": "Amira Holm", "cpr": "710384-0000"}, now=NOW)
    assert isinstance(outcome, Saved)
    assert outcome.changes == {Topic.CASELOAD, Topic.OUTBOX}
    with vault.read() as tx:
        said = operation.read(outbox.waiting(tx)[-1].p)
    assert said["cand"] == str(outcome.id)
    assert said["body"]["set"]["cpr"] == "7103840000"


_WRONG: list[tuple[dict[str, Any], Invalid]] = [
    ({}, Invalid("name", "missing")),
    ({"name": " "}, Invalid("name", "missing")),
    ({"name": "\u200b\u2060"}, Invalid("name", "missing")),
    ({"name": "x" * 121}, Invalid("name", "long")),
    ({"name": "Amira", "cpr": "710384"}, Invalid("cpr", "shape")),
    ({"name": "Amira", "cpr": "719984-0000"}, Invalid("cpr", "shape")),
    ({"name": "Amira", "phase": "asleep"}, Invalid("phase", "shape")),
    ({"name": "Amira", "ips_start": "i går"}, Invalid("ips_start", "shape")),
    ({"name": "Amira", "phone": "1" * 201}, Invalid("phone", "long")),
]


@pytest.mark.parametrize(("fields", "expected"), _WRONG, ids=lambda v: str(v)[:50])
def test_what_is_wrong_with_a_new_participant_is_said_by_field(
    vault: Vault, fields: dict[str, Any], expected: Invalid
) -> None:
    before = counts(vault)
    assert caseload.create(vault, fields=fields, now=NOW) == expected
    assert counts(vault) == before


def test_a_name_pasted_in_two_lines_is_one_line(vault: Vault) -> None:
    """A field of one line shows a line break as a space and holds it: every list would show another part of the name."""
    fields = {"name": "Amira\nHolm\x1b", "phone": "12 34\r\n56 78"}
    made = saved(caseload.create(vault, fields=fields, now=NOW))
    page = caseload.open_participant(vault, made, now=NOW)
    assert page is not None
    assert (page.participant.name, page.participant.phone) == ("Amira Holm", "12 34  56 78")


def test_a_field_no_participant_has_is_a_bug(vault: Vault) -> None:
    with pytest.raises(KeyError):
        caseload.create(vault, fields={"name": "Amira", "diagnosis": "x"}, now=NOW)


def test_only_the_fields_that_differ_are_changed_and_said(vault: Vault) -> None:
    amira = participant(vault, phone="+45 00 00 00 00")
    fields = {"phone": "+45 00 00 00 00", "wish_area": "Bageri", "cpr": None}
    outcome = caseload.change(vault, amira, fields=fields, now=NOW)
    assert isinstance(outcome, Saved)
    with vault.read() as tx:
        body = operation.read(outbox.waiting(tx)[-1].p)["body"]
    assert (body["set"], body["base"]) == ({"wish_area": "Bageri"}, {"wish_area": ""})
    before = counts(vault)
    again = caseload.change(vault, amira, fields=fields, now=NOW)
    assert again == Saved(amira, frozenset())
    assert counts(vault) == before


def test_a_held_field_changes_none_and_leaves_no_trace(vault: Vault) -> None:
    amira = participant(vault)
    before = counts(vault)
    fields = {"wish_hours": "15 om ugen", "wish_area": REFUSED}
    outcome = caseload.change(vault, amira, fields=fields, now=NOW)
    assert isinstance(outcome, Held)
    assert outcome.findings.keys() == {"wish_area"}
    assert counts(vault) == before
    assert SENTINEL.casefold() not in whole_text(vault).casefold()


def test_a_name_cannot_be_taken_away(vault: Vault) -> None:
    amira = participant(vault)
    assert caseload.change(vault, amira, fields={"name": ""}, now=NOW) == Invalid("name", "missing")
    assert caseload.change(vault, task(vault), fields={"phone": ""}, now=NOW) == Invalid("id", "unknown")


def test_the_cpr_is_whole_only_when_asked_for(vault: Vault) -> None:
    amira = participant(vault, cpr="710384-0000")
    page = caseload.open_participant(vault, amira, now=NOW)
    assert page is not None
    assert page.participant.cpr is not None
    assert "0000" not in f"{page!r} {page.participant.cpr} {page.participant.cpr.masked}"
    assert caseload.show_cpr(vault, amira, now=NOW) == "710384-0000"
    assert caseload.show_cpr(vault, participant(vault, "Jonas Bak"), now=NOW) is None


def _worker(start: date, phase: Phase = Phase.EMPLOYED) -> Participant:
    texts = dict.fromkeys(
        ("name", "case_no", "phone", "consultant", "wish_area", "wish_hours", "wish_transport", "disclosure",
         "clinic_contact", "caseworker"), "",
    )  # fmt: skip
    from uuid import UUID

    return Participant(id=UUID(int=1), cpr=None, phase=phase, ips_start=None, job_start=start, **texts)


_MONDAY = NOW.date()


@pytest.mark.parametrize("phase", [p for p in Phase if p not in words.IN_JOB])
def test_nobody_outside_a_job_is_in_a_week_of_it(phase: Phase) -> None:
    assert words.job_week(_worker(_MONDAY - timedelta(days=30), phase), _MONDAY) is None


@pytest.mark.parametrize(("days", "week"), [(-1, None), (0, 1), (6, 1), (7, 2), (217, 32)])
def test_the_first_week_of_a_job_is_week_one(days: int, week: int | None) -> None:
    assert words.job_week(_worker(_MONDAY - timedelta(days=days)), _MONDAY) == week
