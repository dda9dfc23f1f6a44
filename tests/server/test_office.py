"""What whoever runs the server may rely on: the database user's rights, backups, figures, limits."""

from __future__ import annotations

import uuid
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.protocol import orders
from app.protocol.messages import Enrol, Envelope, Hello, Welcome
from app.sync import wire
from server import backup, db, enrol, grants, hello, limits, pages, people
from server.problems import Refused
from server.web import sessions, show
from tests.parts import Jobcenter
from tests.server.desk import NOW, Device, House
from tests.server.wire import Computer

_FORBIDDEN = (
    "UPDATE {} SET feed = feed", "DELETE FROM {}", "TRUNCATE {}", "ALTER TABLE {} DISABLE TRIGGER ALL",
    "DROP TABLE {} CASCADE",
)  # fmt: skip


def test_the_programs_database_user_can_neither_change_nor_remove_an_operation(house: House) -> None:
    role = f"feltjournal_app_{uuid.uuid4().hex[:8]}"
    device = house.device("mh")
    try:
        with house.engine.begin() as tx:
            tx.exec_driver_sql(f"CREATE ROLE {role}")
            grants.allow(tx, role)
        for table in grants.INSERT_ONLY:
            for act in _FORBIDDEN:
                _refused(house.engine, role, act.format(table))
        _refused(house.engine, role, "UPDATE server SET key = ''")
        with house.engine.begin() as tx:
            tx.exec_driver_sql(f"SET LOCAL ROLE {role}")
            tx.execute(sa.update(db.device).where(db.device.c.id == device.id).values(seen_at=NOW))
    finally:
        with house.engine.begin() as tx:
            tx.exec_driver_sql(f"DROP OWNED BY {role}")
            tx.exec_driver_sql(f"DROP ROLE {role}")


def _refused(engine: sa.Engine, role: str, statement: str) -> None:
    with engine.connect() as tx:
        tx.exec_driver_sql(f"SET LOCAL ROLE {role}")
        with pytest.raises(sa.exc.ProgrammingError, match=r"permission denied|must be owner"):
            tx.exec_driver_sql(statement)


def test_a_backup_is_read_back_before_the_computers_may_let_go(house: House, tmp_path: Path) -> None:
    device = house.device("mh")
    device.push(device.patch("employer", uuid.uuid4(), {"name": "Juhl"}))
    made = backup.take(house.engine, tmp_path / "copies", now=NOW)
    assert made.stat().st_size > 1000
    assert [row.backup_rev for row in house.rows(db.feed)] == [1]
    assert list(made.parent.glob("*.part")) == []


def test_a_backup_never_covers_more_than_there_is_nor_less_than_before(house: House) -> None:
    device = house.device("mh")
    device.push(*(device.patch("employer", uuid.uuid4(), {"name": "Juhl"}) for _ in range(3)))
    for said, covered in ((2, 2), (99, 3), (1, 3)):
        with house.engine.begin() as tx:
            backup.confirm(tx, feed=house.feed, rev=said)
        assert house.rows(db.feed)[0].backup_rev == covered


def test_a_restored_server_has_another_epoch(house: House) -> None:
    before = house.rows(db.feed)[0].epoch
    with house.engine.begin() as tx:
        backup.restored(tx, now=NOW)
    assert house.rows(db.feed)[0].epoch != before


def test_after_a_restore_no_code_and_no_session_comes_back_to_life(house: House) -> None:
    device = house.device("mh")
    with house.engine.begin() as tx:
        code = enrol.new_code(tx, feed=house.feed, person="mh", name="mh", hours=24, now=NOW)
        cookie = sessions.open_for(tx, people.of(tx, house.feed, "mh"), now=NOW)
        tx.execute(sa.update(db.device).where(db.device.c.id == device.id).values(seen_at=NOW))
    with house.engine.begin() as tx:
        assert backup.restored(tx, now=NOW + timedelta(minutes=1)) == NOW
        assert sessions.find(tx, cookie, now=NOW + timedelta(minutes=1)) is None
        said = Enrol(code, str(uuid.uuid4()), "", "pc", "0.1.0")
        with pytest.raises(Refused, match="code-expired"):
            enrol._usable(tx, said, uuid.uuid4(), now=NOW + timedelta(minutes=1))


def test_who_had_read_before_the_restore_is_told_that_the_history_is_another(house: House) -> None:
    device = house.device("mh")
    device.push(device.patch("employer", uuid.uuid4(), {"name": "Juhl"}))
    old = device.page()
    with house.engine.begin() as tx:
        backup.restored(tx, now=NOW)
    with house.engine.begin() as tx, pytest.raises(Refused, match="history-diverged"):
        pages.changes(tx, device.caller, pages.Cursor(old.epoch, old.rev, old.chain), limit=10, now=NOW)


# --- lease and wipe ---------------------------------------------------------------------------------------------


def test_each_greeting_brings_a_lease_that_holds_without_a_connection(house: House) -> None:
    device = house.device("mh")
    welcome = _greet(house, device)
    assert (welcome.wipe, welcome.commands) == (None, [])
    lease = _read(house, device, welcome.lease)
    assert lease == orders.Order("lease", device.id, "mh", NOW, NOW + timedelta(days=14))
    assert house.rows(db.device, db.device.c.id == device.id)[0].lease_until == NOW + timedelta(days=14)


def test_the_server_remembers_how_far_a_computers_own_chain_had_come(house: House) -> None:
    device, other = house.device("mh"), house.device("bo")

    def fell() -> bool:
        rows = house.rows(db.device_anchor, db.device_anchor.c.device == device.id)
        with house.engine.connect() as tx:
            shown = show.computer(tx, house.feed, device.id)
        assert shown is not None
        assert bool(shown.fell_at) == bool(rows and rows[0].fell_at)
        return bool(rows and rows[0].fell_at)

    heard = []
    for n, mac in ((40, "aa" * 32), (57, "bb" * 32), (57, "bb" * 32), (0, "")):
        welcome = _greet(house, device, n, mac)
        heard.append((welcome.anchor_n, welcome.anchor))
    assert heard == [(0, ""), (40, "aa" * 32), (57, "bb" * 32), (57, "bb" * 32)]
    assert not fell()
    assert _greet(house, other, 3, "cc" * 32).anchor_n == 0
    assert _greet(house, device, 41, "dd" * 32).anchor_n == 57
    assert fell()
    assert _greet(house, device, 60, "ee" * 32).anchor_n == 41
    assert fell(), "whoever is in charge still sees that it happened"


def test_a_computer_to_be_wiped_gets_the_order_and_no_lease(house: House) -> None:
    device, other = house.device("mh"), house.device("bo")
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.device).where(db.device.c.id == device.id).values(wipe_requested_at=NOW))
    welcome = _greet(house, device)
    assert welcome.lease is None
    order = _read(house, device, welcome.wipe)
    assert order is not None
    assert order.order == "wipe"
    assert _read(house, other, welcome.wipe) is None  # an order is for one computer
    told = house.rows(db.device, db.device.c.id == device.id)[0]
    assert (told.wipe_told_at, told.lease_until) == (NOW, None)


def test_a_greeting_locks_the_computer_before_the_feed_as_a_push_does(house: House) -> None:
    """Or a greeting and a push of one computer wait for each other, and one of them is broken off."""
    device = house.device("mh")
    house.join(uuid.uuid4(), "mh")
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.membership).values(until=NOW - timedelta(days=1)))
    with house.engine.connect() as push:
        push.execute(sa.select(db.device.c.id).where(db.device.c.id == device.id).with_for_update())
        greeting = house.waiting(lambda: _greet(house, device))
        push.execute(sa.select(db.feed.c.id).with_for_update(nowait=True))
    greeting.join()
    assert [row.ended_at for row in house.rows(db.membership)] == [NOW - timedelta(days=1)]


def test_an_order_that_another_key_signed_or_somebody_changed_is_none(house: House) -> None:
    device = house.device("mh")
    lease = _greet(house, device).lease
    assert lease is not None
    later = Envelope(lease.p.replace("2026-12", "2027-12"), lease.s)
    mine = orders.sign(orders.Order("lease", device.id, "mh", NOW, NOW), device.key.sign)
    plain = Envelope(lease.p, lease.s[::-1])
    for forged in (later, mine, plain, Envelope("{}", lease.s), Envelope("", "")):
        assert _read(house, device, forged) is None


def _greet(house: House, device: Device, n: int = 0, mac: str = "") -> Welcome:
    said = Hello(
        device=str(device.id), app="0.1.0", schema=1, feed=house.feed, epoch="", rev=0, chain="", q=0, scope="", waiting=0,
        anchor_n=n, anchor=mac,
    )  # fmt: skip
    there = hello.House("0.0.0", timedelta(days=14), house.identity.sign)
    with house.engine.begin() as tx:
        return hello.welcome(tx, device.caller, said, house=there, now=NOW)


def _read(house: House, device: Device, told: Envelope | None) -> orders.Order | None:
    key = house.identity.key.public_key().public_bytes_raw()
    return None if told is None else orders.read(told, verify=wire.verifier(key), device=device.id)


# --- limits and figures ------------------------------------------------------------------------------------------


def test_failures_are_counted_for_ten_minutes_and_no_longer(house: House) -> None:
    with house.engine.begin() as tx:
        for _ in range(3):
            limits.check(tx, "enrol", "10.0.0.1", most=3, now=NOW)
            limits.failed(tx, "enrol", "10.0.0.1", now=NOW)
        with pytest.raises(Refused, match="too-many"):
            limits.check(tx, "enrol", "10.0.0.1", most=3, now=NOW + timedelta(minutes=9))
        limits.check(tx, "enrol", "10.0.0.2", most=3, now=NOW)
        limits.check(tx, "enrol", "10.0.0.1", most=3, now=NOW + timedelta(minutes=10))
        limits.failed(tx, "enrol", "10.0.0.1", now=NOW + timedelta(minutes=11))
        limits.check(tx, "enrol", "10.0.0.1", most=3, now=NOW + timedelta(minutes=11))


@pytest.mark.day
def test_codes_cannot_be_guessed_and_monitoring_sees_it(jobcenter: Jobcenter) -> None:
    mine = Computer(jobcenter.enrol_code("ef", "Eva Friis"))
    answers = [Computer(mine.invitation).enrol(f"AAAA-BBBB-CC{n:02}") for n in range(11)]
    assert [reply.problem for reply in answers] == ["code-unknown"] * 10 + ["too-many"]
    assert (answers[-1].status, int(answers[-1].headers["retry-after"]) >= 60) == (429, True)
    assert mine.enrol().problem == "too-many"  # nor with the right one, for now
    seen = mine.send("GET", "/metrics").body.decode()
    assert 'feltjournal_requests_total{route="/v1/enrol",status="429"} 2.0' in seen
    assert 'feltjournal_state{of="devices"} 0.0' in seen
    assert "Eva" not in seen + jobcenter.log


def test_a_person_is_found_by_any_spelling_of_the_id_and_by_no_other(house: House) -> None:
    with house.engine.begin() as tx:
        enrol.add_person(tx, feed=house.feed, person="ÅSE", name="Åse Prøve", role="leader")
        made = enrol.add_person(tx, feed=house.feed, person="åse", name="Åse Prøve")
        assert (made.id, made.role) == ("ÅSE", "leader"), "the same person, still a leader"
        tx.execute(
            sa.insert(db.person).values(feed=house.feed, id="Åse", name="Åse Anden", role="consultant")
        )
        found = [people.of(tx, house.feed, said).id for said in ("ÅSE", "Åse")]  # of two, the very one
        assert found == ["ÅSE", "Åse"]
        assert people.of(tx, house.feed, "åsE").id in found
        for said in ("ÅSE\x00", "\u212bSE", "ÅSEE", ""):
            with pytest.raises(Refused):
                people.of(tx, house.feed, said)


def test_nobody_keeps_the_cases_on_a_computer_in_a_role_without_content(house: House) -> None:
    device = house.device("mh")
    for role in enrol.WITHOUT_CONTENT:
        with house.engine.begin() as tx, pytest.raises(enrol.PersonRefused, match="wiped"):
            enrol.new_code(tx, feed=house.feed, person="MH", name="Mette", role=role, hours=1, now=NOW)
    with house.engine.begin() as tx:
        assert people.of(tx, house.feed, "mh").role == "consultant"
        tx.execute(sa.update(db.device).where(db.device.c.id == device.id).values(wipe_requested_at=NOW))
        assert enrol.add_person(tx, feed=house.feed, person="mh", name="Mette", role="admin").role == "admin"
