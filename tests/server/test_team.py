"""What a leader is told of the cases they are no member of: figures and numbers, and nothing to anybody else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest

from app.protocol.messages import Scope, TeamCase
from server import scope
from tests.server.desk import Device, House
from tests.server.test_entitled import _leader

LONG_AGO = (datetime.now(UTC) - timedelta(days=30)).date()


@pytest.fixture
def mette(house: House) -> Device:
    return house.device("mh")


def _case(house: House, whose: Device, *members: str, **more: Any) -> UUID:
    cand = uuid4()
    house.join(cand, whose.person, *members)
    told = {
        "name": "Amira Holm",
        "case_no": "JC-1",
        "phase": "job_search",
        "consultant": whose.person,
        **more,
    }
    (result,) = whose.push(whose.patch("participant", cand, told, cand=cand)).results
    assert result.r == "accepted"
    return cand


def _scope(house: House, device: Device) -> Scope:
    with house.engine.begin() as tx:
        return scope.read(tx, device.caller)


def test_a_leader_is_told_of_the_others_courses_without_a_name_or_a_word(house: House, mette: Device) -> None:
    leader = _leader(house)
    cand = _case(house, mette, ips_start=LONG_AGO.isoformat(), phone="+45 00 00 00 01")
    _case(house, mette, phase="closed")
    mine = _case(house, mette, leader.person)
    assert _scope(house, leader).team == [
        TeamCase(str(cand), "JC-1", "mh", "job_search", LONG_AGO.isoformat(), None, 0)
    ]
    assert str(mine) in {one.cand for one in _scope(house, leader).entries}
    said = msgspec.json.encode(_scope(house, leader).team).decode()
    assert "Amira" not in said
    assert "+45" not in said


def test_nobody_else_is_told(house: House, mette: Device) -> None:
    other = house.device("bo")
    _case(house, mette)
    assert _scope(house, other).team == []
    assert _scope(house, mette).team == []


def test_a_note_a_meeting_held_and_a_step_over_time_show_and_change_the_tag(
    house: House, mette: Device
) -> None:
    leader = _leader(house)
    cand = _case(house, mette)
    before = _scope(house, leader)
    at = {"participant": str(cand), "author": "mh"}
    task, meeting, support = uuid4(), uuid4(), uuid4()
    late = {
        "participant": str(cand),
        "title": "Ring til Bageri Juhl",
        "due_on": LONG_AGO.isoformat(),
        "owner": "mh",
    }
    mette.push(mette.patch("task", task, late, cand=cand), mette.patch("task", uuid4(), late, own=True))
    held = {**late, "starts_at": "2026-11-20T23:30:00.000Z", "held_at": "2026-11-21T09:00:00.000Z"}
    del held["due_on"]
    mette.push(mette.patch("appointment", meeting, {**held, "kind": "meeting"}, cand=cand))
    (one,) = _scope(house, leader).team
    assert (one.last, one.overdue) == ("2026-11-21", 1)  # half past midnight by Danish clocks
    assert _scope(house, leader).tag != before.tag
    mette.push(mette.patch("support_contact", support, {**at, "at": "2026-11-22T09:00:00.000Z"}, cand=cand))
    mette.push(mette.patch("task", task, {"done_at": "2026-11-22T09:00:00.000Z"}, cand=cand, base_rev=9))
    (one,) = _scope(house, leader).team
    assert (one.last, one.overdue) == ("2026-11-22", 0)
    mette.push(mette.note(cand))
    (one,) = _scope(house, leader).team
    assert one.last is not None
    assert one.last >= "2026-11-22"


def test_a_consultants_tag_does_not_move_with_the_colleagues_work(house: House, mette: Device) -> None:
    other = house.device("bo")
    cand = _case(house, mette)
    before = _scope(house, other).tag
    mette.push(mette.note(cand))
    assert _scope(house, other).tag == before
