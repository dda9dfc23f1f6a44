"""The time log: what the day's own records say is offered once and taken over; absence and the share of full time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.domain.calendar import AppointmentKind
from app.domain.records import TIME_ENTRY, Value
from app.domain.time_log import Activity, TimeSource, fte, gaps
from app.services import calendar, time_log
from app.services.door import Invalid
from app.store import records
from app.store import time_log as rows
from app.vault.vault import Vault
from tests.journal_parts import NOW, contact, employer, note, participant, saved
from tests.work_parts import TODAY, job, support_contact


def page(vault: Vault) -> time_log.TimePage:
    return time_log.days(vault, TODAY, TODAY, now=NOW + timedelta(hours=6))


def add(vault: Vault, **fields: Any) -> Any:
    told = {"on_day": TODAY, "minutes": 60, "kind": "record_keeping", **fields}
    return time_log.add(vault, fields=told, now=NOW)


def _a_day(vault: Vault) -> None:
    amira, juhl = participant(vault), employer(vault)
    begun = job(vault, amira)
    note(vault, amira, minutes=45, place="clinic")
    contact(vault, juhl, amira, minutes=30)
    support_contact(vault, amira, begun, TODAY, minutes=20)


def test_what_was_written_is_offered_with_kind_and_place(vault: Vault) -> None:
    from app.domain.journal import Place

    amira, juhl = participant(vault), employer(vault)
    note(vault, amira, minutes=45, place=Place.CLINIC)
    contact(vault, juhl, amira, minutes=30)
    found = {p.source: (p.kind, p.place, p.minutes, p.about) for p in page(vault).proposals}
    assert found == {
        TimeSource.NOTE: (Activity.PARTICIPANT_MEETING, "clinic", 45, "Amira Holm"),
        TimeSource.EMPLOYER_CONTACT: (Activity.EMPLOYER_CONTACT, "employer", 30, "Bageri Juhl"),
    }


def test_taken_over_once_and_never_offered_again_even_when_removed(vault: Vault) -> None:
    _a_day(vault)
    offered = page(vault).proposals
    assert len(offered) == 3
    saved(time_log.accept(vault, offered, now=NOW))
    saved(time_log.accept(vault, offered, now=NOW))
    after = page(vault)
    assert (len(after.entries), after.proposals, after.sums.minutes) == (3, (), 95)
    saved(time_log.remove(vault, after.entries[0].id, now=NOW))
    assert len(page(vault).entries) == 2
    assert page(vault).proposals == ()


def test_taken_over_by_mistake_is_offered_again_and_the_rest_stays(vault: Vault) -> None:
    """Taking back is a newer word about the same entries: nothing is deleted, on no computer."""
    _a_day(vault)
    before = page(vault).proposals
    saved(time_log.accept(vault, before[:1], now=NOW))
    taken = time_log.accept(vault, before, now=NOW)
    assert isinstance(taken, time_log.TakenOver)
    assert len(taken.entries) == 2
    saved(time_log.give_back(vault, taken.entries, now=NOW))
    after = page(vault)
    assert [one.source_id for one in after.entries] == [before[0].source_id]
    assert after.proposals == before[1:]
    with vault.read() as tx:
        assert all(records.current(tx, TIME_ENTRY, id) is not None for id in taken.entries)
    saved(time_log.accept(vault, after.proposals, now=NOW))
    assert len(page(vault).entries) == 3
    assert isinstance(time_log.give_back(vault, (), now=NOW), Invalid)


def test_another_persons_time_is_not_changed_from_here(vault: Vault) -> None:
    """Nor is any of one's own, where both are asked for in one act."""
    mine = saved(add(vault))
    values: dict[str, Value] = {
        "on_day": TODAY,
        "minutes": 20,
        "kind": "record_keeping",
        "author": "a colleague",
    }
    with vault.begin() as tx:  # as it comes from the server
        theirs = records.new_id()
        records.write(tx, TIME_ENTRY, theirs, values, case=records.Case(), now=NOW, sign=vault.sign)
    unknown = Invalid("id", "unknown")
    assert time_log.change(vault, theirs, fields={"minutes": 5}, now=NOW) == unknown
    assert time_log.remove(vault, theirs, now=NOW) == unknown
    assert time_log.give_back(vault, (mine, theirs), now=NOW) == unknown
    assert [one.id for one in page(vault).entries] == [mine]
    with vault.read() as tx:
        row = records.current(tx, TIME_ENTRY, theirs)
    assert row is not None
    assert (row["minutes"], row["removed"]) == (20, None)


def test_no_entry_names_a_participant(vault: Vault) -> None:
    from app.store import outbox

    _a_day(vault)
    saved(time_log.accept(vault, page(vault).proposals, now=NOW))
    with vault.read() as tx:
        told = [op for op in outbox.waiting(tx) if '"time_entry"' in op.p]
    assert len(told) == 3
    assert all(op.cand is None and "Amira" not in op.p and "Juhl" not in op.p for op in told)


def test_an_appointment_that_a_note_tells_of_is_not_counted_twice(vault: Vault) -> None:
    amira = participant(vault)
    note(vault, amira, minutes=45)
    for hour, title in ((-1, "Samtale"), (-4, "Teammøde")):
        id = saved(
            calendar.create_appointment(
                vault,
                kind=AppointmentKind.TEAM,
                title=title,
                starts_at=NOW + timedelta(hours=hour),
                minutes=30,
                now=NOW,
            )
        )
        saved(calendar.hold_appointment(vault, id, now=NOW))
    assert [(p.source, p.about) for p in page(vault).proposals] == [
        (TimeSource.APPOINTMENT, "Teammøde"), (TimeSource.NOTE, "Amira Holm"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "vocational"),
    [(kind, kind not in ("other_caseload", "desk_duty", "administration")) for kind in Activity],
)
def test_what_counts_as_ips_work_follows_the_kind_until_somebody_says_otherwise(
    vault: Vault, kind: Activity, *, vocational: bool
) -> None:
    saved(add(vault, kind=kind.value))
    saved(add(vault, kind=kind.value, vocational=int(not vocational)))
    assert [one.vocational for one in page(vault).entries] in (
        [vocational, not vocational],
        [not vocational, vocational],
    )


def test_the_shares_are_of_the_logged_minutes(vault: Vault) -> None:
    saved(add(vault, minutes=60, kind="job_support", place="employer"))
    saved(add(vault, minutes=30, kind="desk_duty", place="municipal_office"))
    sums = page(vault).sums
    assert (sums.minutes, sums.vocational, sums.community) == (90, 67, 67)
    assert time_log.sums(()).vocational is None


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"minutes": None}, Invalid("minutes", "missing")),
        ({"kind": "fishing"}, Invalid("kind", "shape")),
        ({"on_day": TODAY + timedelta(days=1)}, Invalid("on_day", "future")),
        ({"minutes": 24 * 60 + 1}, Invalid("minutes", "shape")),
    ],
)
def test_time_that_cannot_be_is_not_logged(vault: Vault, fields: Any, problem: Invalid) -> None:
    assert add(vault, **fields) == problem


def test_a_gap_of_more_than_half_an_hour_is_seen(vault: Vault) -> None:
    for hour, minutes in ((8, 60), (9, 30), (11, 60)):
        saved(add(vault, started_at=NOW.replace(hour=hour, minute=0), minutes=minutes))
    (gap,) = gaps(page(vault).entries, TODAY)
    assert (gap[0].astimezone(NOW.tzinfo).hour, gap[1].astimezone(NOW.tzinfo).hour) == (9, 11)


def test_absence_says_when_and_never_why(vault: Vault) -> None:
    told: dict[str, Any] = {"first_day": TODAY, "last_day": TODAY - timedelta(days=1), "kind": "away"}
    assert time_log.be_away(vault, fields=told, now=NOW) == Invalid("last_day", "range")
    id = saved(time_log.be_away(vault, fields={**told, "last_day": TODAY}, now=NOW))
    assert [a.id for a in page(vault).away] == [id]
    saved(time_log.cancel_absence(vault, id, now=NOW))
    assert page(vault).away == ()


def test_a_position_holds_from_its_day_on(vault: Vault) -> None:
    saved(time_log.set_working_time(vault, percent=80, from_day=TODAY, now=NOW))
    with vault.read() as tx:
        times = rows.working_times(tx)
    assert fte(times, "", TODAY) == 0.8
    assert fte(times, "", TODAY - timedelta(days=1)) == 1.0
