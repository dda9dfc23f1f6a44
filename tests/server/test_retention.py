"""A closed case is gone when its time is over, and the history it stood in still holds."""

from __future__ import annotations

import json
import os
import uuid
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.protocol import canonical
from server import db, feed, grants, retention, watching
from server.caseload import Loaded
from tests.server.desk import NOW, Device, House

CANARY = "Vi talte om kanariefuglen i butikken."


@pytest.fixture
def mette(house: House) -> Device:
    return house.device("mh")


def case(house: House, mette: Device, *, phase: str) -> uuid.UUID:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    mette.push(
        mette.patch("participant", cand, {"name": "Kim Prøve", "phase": phase}, cand=cand),
        mette.note(cand, CANARY),
        now=NOW - timedelta(days=5 * 365 + 10),
    )
    return cand


def over(house: House, code: str) -> list[uuid.UUID]:
    with house.engine.begin() as tx:
        return [one.cand for one in retention.past(tx, house.feed, code=code, now=NOW)]


def test_only_closed_cases_in_which_nothing_was_written_for_so_long_are_past(
    house: House, mette: Device
) -> None:
    closed, running, fresh = (
        case(house, mette, phase=phase) for phase in ("closed", "engaged", "not_started")
    )
    mette.push(mette.note(fresh), now=NOW - timedelta(days=30))
    assert over(house, "K5") == [closed]
    assert running not in over(house, "K1")
    assert over(house, "K6") == over(house, "B") == over(house, "") == []


def test_what_is_just_being_taken_in_comes_under_the_erasing(house: House, mette: Device) -> None:
    cand = case(house, mette, phase="closed")
    items = feed.prepare([mette.note(cand, CANARY)], device=mette.id, key=mette.public, seen=2)

    def erase() -> None:
        with house.engine.begin() as tx:
            retention.erase(tx, house.feed, cand, now=NOW)

    with house.engine.begin() as tx:
        feed.push(tx, mette.id, items, now=NOW)
        erasing = house.waiting(erase)
    erasing.join()
    assert CANARY not in house.everything()


def test_an_erased_case_leaves_no_word_and_a_whole_chain(house: House, mette: Device) -> None:
    cand, other = case(house, mette, phase="closed"), case(house, mette, phase="engaged")
    before = mette.page(after=4)
    with house.engine.begin() as tx:
        assert retention.erase(tx, house.feed, cand, now=NOW) == 2
    left = house.everything()
    assert left.count("kanariefuglen") == 1  # the other case's
    assert [row.rev for row in house.rows(db.op, db.op.c.p.is_(None))] == [1, 2]
    page = mette.page()
    assert {change.rev for change in page.changes} == {3, 4}
    assert page.chain == before.chain
    chain = canonical.START
    for row in sorted(house.rows(db.op), key=lambda row: row.rev):
        chain = canonical.chained(chain, row.hash)
        assert row.chain == chain
    assert not house.rows(db.rec, db.rec.c.cand == cand)
    assert house.rows(db.rec, db.rec.c.cand == other)
    (act,) = house.rows(db.act)
    assert (act.what, act.cand) == ("erase", cand)


def test_what_was_erased_does_not_come_back_from_a_computer_that_still_has_it(
    house: House, mette: Device
) -> None:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    note = mette.note(cand, CANARY)
    mette.push(note)
    with house.engine.begin() as tx:
        retention.erase(tx, house.feed, cand, now=NOW)
    (told,) = mette.push(note).results
    assert (told.r, told.rev) == ("duplicate", 1)
    signed_anew = mette.note(cand, CANARY, id=json.loads(note.p)["id"])  # as by a copy of the computer
    (told,) = mette.push(signed_anew).results
    assert (told.r, told.rev) == ("duplicate", 1)
    assert "kanariefuglen" not in house.everything()


def test_the_programs_own_database_user_can_erase_nothing(house: House, mette: Device) -> None:
    cand = case(house, mette, phase="closed")
    role = f"app_{uuid.uuid4().hex[:8]}"
    with house.engine.begin() as tx:
        tx.exec_driver_sql(f'CREATE ROLE "{role}"')
        grants.allow(tx, role)
    with house.engine.connect() as tx, tx.begin() as whole:
        tx.exec_driver_sql(f'SET LOCAL ROLE "{role}"')
        with pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
            retention.erase(tx, house.feed, cand, now=NOW)
        whole.rollback()
    with pytest.raises(sa.exc.DBAPIError, match="only ever added to"), house.engine.begin() as tx:
        tx.execute(sa.update(db.op).values(p=None))  # nor the owner, without saying so
    with house.engine.begin() as tx:
        tx.exec_driver_sql(f'DROP OWNED BY "{role}"')
        tx.exec_driver_sql(f'DROP ROLE "{role}"')


@pytest.mark.parametrize(("code", "kept"), [("K5", 5), ("K30", 30), ("B", None), ("", None)])
def test_a_deletion_code_is_read(code: str, kept: int | None) -> None:
    assert retention.years(code) == kept


@pytest.mark.parametrize("code", ["K", "K0", "5", "k5", "K100", "KB"])
def test_another_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=code):
        retention.years(code)


# --- the folder of caseload files --------------------------------------------------------------------------------------


def lay(folder: Path, name: str, *, age: int = 60) -> None:
    (folder / name).write_text("cpr;navn\n710384-0000;Kim Prøve\n", "utf-8")
    at = NOW.timestamp() - age
    os.utime(folder / name, (at, at))


def test_files_are_taken_in_the_oldest_first_and_leave_counts_alone(tmp_path: Path) -> None:
    lay(tmp_path, "ny.csv", age=60)
    lay(tmp_path, "gammel.csv", age=600)
    lay(tmp_path, "skrives.csv", age=1)
    lay(tmp_path, "halv.csv.part")
    seen = list(watching.turn(tmp_path, lambda _: Loaded(1, 1, 0, 0), now=NOW))
    assert [one.name for one in seen] == ["gammel.csv", "ny.csv"]
    assert {file.name for file in tmp_path.glob("*.csv*")} == {"skrives.csv", "halv.csv.part"}
    receipts = sorted((tmp_path / watching.RECEIPTS).iterdir())
    assert len(receipts) == 2
    assert not any("710384" in file.read_text("utf-8") for file in receipts)


def test_a_refused_file_leaves_its_faults_and_not_its_people(tmp_path: Path) -> None:
    from app.domain import caseload_file

    (tmp_path / "fejl.csv").write_text("cpr;navn\nikke et nummer;Kim Prøve\n", "utf-8")
    os.utime(tmp_path / "fejl.csv", (0, 0))

    def load(data: bytes) -> Loaded:
        caseload_file.parse(data, consultant_column=None, people=None)
        raise AssertionError

    (seen,) = watching.turn(tmp_path, load, now=NOW)
    assert seen.loaded is None
    assert seen.problems
    (receipt,) = (tmp_path / watching.RECEIPTS).iterdir()
    assert "intet er indlæst" in receipt.read_text("utf-8")
    assert "Kim" not in receipt.read_text("utf-8")
    assert not (tmp_path / "fejl.csv").exists()


def test_a_file_is_kept_while_the_database_is_away(tmp_path: Path) -> None:
    lay(tmp_path, "fil.csv")

    def load(_: bytes) -> Loaded:
        raise ConnectionError

    with pytest.raises(ConnectionError):
        list(watching.turn(tmp_path, load, now=NOW))
    assert (tmp_path / "fil.csv").exists()
