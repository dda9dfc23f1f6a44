"""What a leader is told of the cases they are no member of: figures and numbers, and nothing to anybody else."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.case_codes import ReadReason
from app.domain.log_rows import Logs, Period
from app.errors import ServerRefused
from app.protocol.messages import FiguresLeft, LateDrafts, MayRead, Scope, TeamCase
from app.reports import leaving
from app.reports.silence import Silence, silent
from app.services import caseload as everyday
from app.services import figures
from app.services import leader as leading
from app.services import sync as syncing
from app.services.door import Saved
from app.store import caseload
from app.store import team as known_here
from server import db, handed, scope, team
from server import figures as server_figures
from server.problems import Refused
from tests.parts import Jobcenter
from tests.server.desk import NOW, Device, House
from tests.server.test_entitled import _leader
from tests.sync.consultant import Consultant, now

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
    ended = _case(house, mette, phase="closed", case_no="JC-2")
    mine = _case(house, mette, leader.person)
    assert sorted(_scope(house, leader).team, key=lambda one: one.case_no) == [
        TeamCase(str(cand), "JC-1", "mh", "job_search", LONG_AGO.isoformat(), None, 0),
        TeamCase(str(ended), "JC-2", "mh", "closed", None, None, 0),
    ]
    assert str(mine) in {one.cand for one in _scope(house, leader).entries}
    said = msgspec.json.encode(_scope(house, leader).team).decode()
    assert "Amira" not in said
    assert "+45" not in said


def test_a_leader_is_told_how_many_drafts_of_the_others_are_late(house: House, mette: Device) -> None:
    leader, plain = _leader(house), _scope(house, mette).tag
    before = _scope(house, leader).tag
    with house.engine.begin() as tx:
        for device, day in (
            (mette, "2026-11-18"),
            (house.device("mh"), "2026-11-16"),
            (leader, "2026-11-01"),
        ):
            told = sa.update(db.device).where(db.device.c.id == device.id)
            tx.execute(told.values(drafts=2, draft_on=date.fromisoformat(day)))
    found = _scope(house, leader)
    assert found.drafts == [LateDrafts("mh", 4, "2026-11-16")]
    assert found.tag != before
    assert (_scope(house, mette).drafts, _scope(house, mette).tag) == ([], plain)


def test_a_leader_alone_is_told_which_figures_were_handed_out(house: House, mette: Device) -> None:
    leader, plain = _leader(house), _scope(house, mette).tag
    before, period = _scope(house, leader).tag, Period(date(2026, 7, 1), date(2026, 9, 30))
    with house.engine.begin() as tx:
        handed.write_down(tx, house.feed, Logs(), period, NOW)
    found = _scope(house, leader)
    assert found.figures == [FiguresLeft("2026-07-01", "2026-09-30", leaving.digest(Logs(), period))]
    assert found.tag != before
    assert (_scope(house, mette).figures, _scope(house, mette).tag) == ([], plain)


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


def _ask(house: House, device: Device, cand: UUID, reason: str = "complaint") -> MayRead:
    with house.engine.begin() as tx:
        return team.let_read(tx, device.caller, cand, reason, now=NOW)


def test_a_leader_who_says_why_may_read_until_the_end_of_tomorrow_and_it_is_written_down(
    house: House, mette: Device
) -> None:
    leader = _leader(house)
    cand = _case(house, mette)
    mette.push(mette.note(cand))
    assert leader.page().changes == []
    may = datetime.fromisoformat(_ask(house, leader, cand).until).astimezone(team.DENMARK)
    assert (may.date(), may.hour, may.minute) == (
        NOW.astimezone(team.DENMARK).date() + timedelta(days=1),
        23,
        59,
    )
    with house.engine.begin() as tx:
        (act,) = tx.execute(sa.select(db.act)).all()
    assert (act.person, act.what, act.cand, act.reason) == (leader.person, "read_case", cand, "complaint")
    with house.engine.begin() as tx:
        assert scope.cases(tx, leader.caller) == (
            frozenset({cand}) if may > datetime.now(UTC) else frozenset()
        )


@pytest.mark.parametrize("reason", ["", "because", "Klage over sagen"])
def test_without_a_known_reason_nothing_is_read_and_nothing_written(
    house: House, mette: Device, reason: str
) -> None:
    leader = _leader(house)
    cand = _case(house, mette)
    with pytest.raises(Refused, match="bad-request"):
        _ask(house, leader, cand, reason)
    assert scope_of(house, leader) == frozenset()


def test_nobody_but_a_leader_may_and_no_case_is_confirmed_to_anybody_else(
    house: House, mette: Device
) -> None:
    other = house.device("bo")
    for cand in (_case(house, mette), uuid4()):
        with pytest.raises(Refused, match="not-found"):
            _ask(house, other, cand)
    assert scope_of(house, other) == frozenset()
    with pytest.raises(Refused, match="not-found"):
        _ask(house, _leader(house), uuid4())


def scope_of(house: House, device: Device) -> frozenset[UUID]:
    with house.engine.begin() as tx:
        assert tx.execute(sa.select(db.act)).all() == []
        return scope.cases(tx, device.caller)


def test_a_consultants_tag_does_not_move_with_the_colleagues_work(house: House, mette: Device) -> None:
    other = house.device("bo")
    cand = _case(house, mette)
    before = _scope(house, other).tag
    mette.push(mette.note(cand))
    assert _scope(house, other).tag == before


@pytest.mark.parametrize(
    ("waiting", "arrived", "told"), [(0, 0, "2026-11-21"), (3, 3, "2026-11-21"), (3, 2, "")]
)
def test_a_leader_is_told_the_danish_day_all_of_a_colleagues_work_was_last_here(
    house: House, mette: Device, waiting: int, arrived: int, told: str
) -> None:
    other, leader = house.device("bo"), _leader(house)
    before = _scope(house, leader)
    assert {p.id: p.synced for p in before.people} == {"bo": "", "mh": "", leader.person: ""}
    late = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    with house.engine.begin() as tx:
        greeted = sa.update(db.device).where(db.device.c.id == mette.id)
        tx.execute(greeted.values(seen_at=late, waiting=waiting, waiting_seq=7, seq=7 + arrived))
    after = _scope(house, leader)
    assert {p.id: p.synced for p in after.people} == {"bo": "", "mh": told, leader.person: ""}
    assert (after.tag != before.tag) == bool(told)
    assert {p.synced for p in _scope(house, other).people} == {None}


def _the_figures_say_who_is_wanting(engine: sa.Engine, one: Consultant, lead: Consultant) -> None:
    """Nobody while both have synchronised; then the leader reads since when, and the consultant of themself."""
    later = now() + timedelta(days=40)

    def wanting(who: Consultant, at: datetime) -> tuple[Silence, ...]:
        return figures.page(who.vault, now=at, unit="month").silent

    assert wanting(lead, now()) == wanting(one, now()) == ()
    assert [w.person for w in wanting(one, later)] == ["anna"]
    long_ago = now() - timedelta(days=20)
    with engine.begin() as tx:
        tx.execute(sa.update(db.device).where(db.device.c.person == "anna").values(seen_at=long_ago))
    assert lead.sync().stopped is None
    since = long_ago.astimezone(team.DENMARK).date()
    assert wanting(lead, now()) == (Silence("anna", since),)
    assert [w.person for w in wanting(lead, later)] == ["anna"]
    with engine.begin() as tx:
        read = server_figures.logs(tx, tx.execute(sa.select(db.feed.c.id)).scalar_one(), now().date())
    assert silent(read, now().date()) == (Silence("anna", since),)


def test_from_the_leaders_computer_to_the_case_and_into_both_logs(
    jobcenter: Jobcenter, tmp_path: Path
) -> None:
    """Real vaults and a real server: figures first, the case after a reason, and who read it can be told."""
    one, lead = Consultant.new(tmp_path / "one"), Consultant.new(tmp_path / "lead")
    one.enrol(jobcenter, "anna")
    lead.enrol(jobcenter, "lis", "Lis Leder", role="leader")
    cand = one.take_on("Amira Holm")
    assert isinstance(everyday.change(one.vault, cand, fields={"consultant": "anna"}, now=now()), Saved)
    one.note("Vi talte om butikken.")
    assert one.sync().stopped is None
    assert lead.sync().stopped is None
    with lead.vault.read() as tx:
        (known,) = known_here.everything(tx)
        assert known.cand == cand
        assert caseload.names(tx) == {}
    with pytest.raises(ServerRefused):
        syncing.ask_to_read(one.vault, one.settings, cand, ReadReason.AUDIT, now=now())
    until = syncing.ask_to_read(lead.vault, lead.settings, cand, ReadReason.COMPLAINT, now=now())
    assert until > now() + timedelta(hours=23)
    assert lead.sync().stopped is None
    with lead.vault.read() as tx:
        assert caseload.names(tx) == {cand: "Amira Holm"}
        assert known_here.everything(tx) == ()
    assert leading.needs_reason(lead.vault, cand, now=now())
    engine = db.engine(jobcenter.database, pool=1)
    _the_figures_say_who_is_wanting(engine, one, lead)
    with engine.begin() as tx:
        assert [(a.person, a.what, a.reason) for a in tx.execute(sa.select(db.act))] == [
            ("lis", "read_case", "complaint")
        ]
        read = sa.select(db.access_log.c.person).where(db.access_log.c.cand == cand)
        assert "lis" in set(tx.execute(read).scalars())
    engine.dispose()
    for computer in (one, lead):
        computer.vault.close()
