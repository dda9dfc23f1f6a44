"""A caseload file becomes the server's own signed operations, and decides who has whom."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.domain import caseload_file
from app.domain.caseload_file import Problem
from app.errors import CaseloadFileRefused
from app.protocol import operation
from server import caseload, db, enrol, scope
from server.caseload import Loaded
from tests.server.desk import NOW, Device, House

FILE = """Navn;CPR-nummer;Sagsnummer;Fase;Konsulent;Telefon
Anna Prøve;710384-0000;S1;Jobsøgning;mh;22 22 22 22
Bo Prøve;720384-0000;S2;Optaget;ol;
Carla Prøve;;S3;;Mette Hansen;
"""
Load = Callable[[str], Loaded]


@pytest.fixture
def mette(house: House) -> Device:
    made = house.device("mh")
    with house.engine.begin() as tx:
        enrol.add_person(tx, feed=house.feed, person="mh", name="Mette Hansen", role="consultant")
    return made


@pytest.fixture
def ole(house: House) -> Device:
    return house.device("ol")


@pytest.fixture
def load(house: House) -> Load:
    def load(text: str, *, add_people: bool = False) -> Loaded:
        return caseload.load(
            house.engine, text.encode(), server=house.server, sign=house.identity.sign, add_people=add_people, now=NOW
        )  # fmt: skip

    return load


def names(device: Device) -> list[str]:
    return [operation.read(c.p)["body"]["set"].get("name", "") for c in device.page().changes]


def test_each_consultant_gets_their_own_participants(load: Load, mette: Device, ole: Device) -> None:
    assert load(FILE) == Loaded(rows=3, new=3, changed=0, moved=0)
    assert names(mette) == ["Anna Prøve", "Carla Prøve"]
    assert names(ole) == ["Bo Prøve"]
    with mette.house.engine.begin() as tx:
        assert [e.since_rev for e in scope.read(tx, mette.caller).entries] == [0, 0]


def test_the_operations_are_signed_by_the_server(load: Load, mette: Device, ole: Device) -> None:
    load(FILE)
    page = mette.page()
    (key,) = page.devices
    assert (key.dev, key.person) == (mette.house.server, "system")
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key.key))
    for change in page.changes:
        public.verify(base64.b64decode(change.s), change.p.encode())
    assert operation.read(page.changes[0].p)["body"]["set"]["consultant"] == "mh"


def test_the_same_file_again_says_nothing(load: Load, mette: Device, ole: Device, house: House) -> None:
    load(FILE)
    assert load(FILE) == Loaded(rows=3, new=0, changed=0, moved=0)
    assert house.revs() == [1, 2, 3]


def test_only_what_differs_is_said(load: Load, mette: Device, ole: Device) -> None:
    load(FILE)
    assert load(FILE.replace("22 22 22 22", "33 33 33 33")) == Loaded(rows=3, new=0, changed=1, moved=0)
    assert operation.read(mette.page(3).changes[0].p)["body"]["set"] == {"phone": "33 33 33 33"}


def test_a_new_consultant_in_the_file_moves_the_participant(
    load: Load, mette: Device, ole: Device, house: House
) -> None:
    load(FILE)
    assert load(FILE.replace("Jobsøgning;mh", "Jobsøgning;ol")) == Loaded(rows=3, new=0, changed=1, moved=1)
    with house.engine.begin() as tx:
        assert len(scope.read(tx, mette.caller).entries) == 1
        (anna,) = [e for e in scope.read(tx, ole.caller).entries if e.since_rev]
    assert [
        c.rev
        for c in ole.backfill(house.rows(db.rec, db.rec.c.rev == 4)[0].cand, upto=anna.since_rev).changes
    ] == [1]


def test_an_unknown_consultant_stops_the_whole_file(load: Load, mette: Device, house: House) -> None:
    with pytest.raises(CaseloadFileRefused) as caught:
        load(FILE)
    assert caught.value.problems == (Problem(3, "Konsulent", "unknown_person"),)
    assert house.revs() == []
    assert house.rows(db.membership) == []


def test_unknown_consultants_are_made_when_asked(house: House, mette: Device) -> None:
    text = FILE.replace(";ol;", ";Ole Olsen;")
    caseload.load(
        house.engine, text.encode(), server=house.server, sign=house.identity.sign, add_people=True, now=NOW
    )
    (made,) = house.rows(db.person, db.person.c.name == "Ole Olsen")
    assert [row.person for row in house.rows(db.membership)].count(made.id) == 1


def test_nothing_is_locked_while_the_guard_reads_the_file(
    load: Load, mette: Device, ole: Device, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database ends a transaction that says nothing for ten seconds; thousands of rows take longer to read."""
    held: list[int] = []

    def parse(*told: Any, **more: Any) -> Any:
        with house.engine.connect() as tx:
            asked = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'"
            held.append(tx.exec_driver_sql(asked).scalar_one())
        return read(*told, **more)

    read = caseload_file.parse
    monkeypatch.setattr(caseload_file, "parse", parse)
    assert load(FILE).new == 3
    assert held == [0]


def test_what_the_guard_refuses_is_in_no_table(load: Load, mette: Device, ole: Device, house: House) -> None:
    with pytest.raises(CaseloadFileRefused):
        load(FILE + "Dan Prøve;;S4;;mh;Tager sertralin\n")
    assert "sertralin" not in house.everything()
    assert house.revs() == []
