"""What belongs in the patient record is not stored by the server either, in no table, under no name."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from app import guard
from server import db, door, readers
from server.problems import Refused
from tests.server.desk import NOW, Device, House, note_body

SENTINEL = "paranoid skizofreni"
REFUSED = f"Lægen siger, at kandidaten har {SENTINEL} og tager 50 mg sertralin."


@pytest.fixture
def mette(house: House) -> Device:
    return house.device("mh")


@pytest.fixture
def cand(house: House, mette: Device) -> uuid.UUID:
    cand = uuid.uuid4()
    house.join(cand, "mh")
    return cand


def test_a_refused_note_leaves_its_hash_and_its_categories_and_the_queue_goes_on(
    house: House, mette: Device, cand: uuid.UUID
) -> None:
    pushed = mette.push(mette.note(cand), mette.note(cand, REFUSED), mette.note(cand))
    assert [(r.r, r.rev) for r in pushed.results] == [("accepted", 1), ("held", None), ("accepted", 2)]
    assert "DIAG_NAME" in pushed.results[1].categories
    assert pushed.device_q == 3
    (row,) = house.rows(db.op, db.op.c.outcome == "held")
    assert (row.p, row.s, row.eff, row.dseq) == (None, None, None, 2)
    assert SENTINEL not in house.everything()


def test_a_refused_note_sent_again_is_held_again(mette: Device, cand: uuid.UUID) -> None:
    bad = mette.note(cand, REFUSED)
    (first,) = mette.push(bad).results
    (again,) = mette.push(bad).results
    assert first == again


def bodies(cand: uuid.UUID) -> list[tuple[str, dict[str, Any], dict[str, Any]]]:
    patch = {"type": "participant", "rec": str(cand), "set": {"phone": "1"}, "base": {}, "base_rev": 0}
    return [
        ("journal.append", {**note_body(cand, "x"), "title": REFUSED}, {}),
        ("journal.append", {**note_body(cand, "x"), "author": REFUSED}, {}),
        ("journal.append", {**note_body(cand, "x"), "extra": [{"deep": REFUSED}]}, {}),
        ("journal.correct", {**note_body(cand, "x"), "agreements": REFUSED, "corrects": str(cand)}, {}),
        ("case.patch", {**patch, "set": {"wish_area": REFUSED}}, {}),
        ("case.patch", {**patch, "set": {"phase": SENTINEL}}, {}),
        ("case.patch", {**patch, "base": {"wish_area": REFUSED}}, {}),
        ("case.patch", {**patch, "set": {SENTINEL: "x"}}, {}),
        ("case.patch", {"broken": REFUSED}, {}),
        ("case.future", {"words": {SENTINEL: 1}}, {}),
        (SENTINEL, {}, {}),
        ("journal.append", note_body(cand, "x"), {"more": REFUSED}),
        ("journal.append", note_body(cand, "x"), {"app": REFUSED}),
        ("journal.append", note_body(cand, "x"), {"id": REFUSED}),
        ("journal.append", note_body(cand, "x"), {"kept": [REFUSED]}),
    ]


@pytest.mark.parametrize("n", range(15))
def test_there_is_no_place_in_an_operation_to_hide_it(
    house: House, mette: Device, cand: uuid.UUID, n: int
) -> None:
    kind, body, more = bodies(cand)[n]
    (result,) = mette.push(mette.say(kind, body, cand=cand, **more)).results
    assert result.r == "held"
    assert SENTINEL not in house.everything()


def test_what_the_consultant_may_keep_is_not_the_servers_to_refuse(mette: Device, cand: uuid.UUID) -> None:
    (result,) = mette.push(mette.note(cand, "Kandidaten har ondt i ryggen.")).results
    assert result.r == "accepted"


def test_initials_of_colleagues_are_no_text() -> None:
    fields = {"body": {"author": "bpd"}}
    assert door.held(fields) != ()
    assert door.held(fields, people=frozenset({"bpd"})) == ()


def test_an_ordinary_participant_passes(mette: Device, house: House) -> None:
    cand = uuid.uuid4()
    fields = {
        "name": "Anna Prøve", "cpr": "7103840000", "case_no": "S-2026-12", "phase": "job_search", "ips_start": "2026-11-23",
        "job_start": None, "phone": "+45 22 22 22 22", "consultant": "mh", "wish_area": "Lager og butik",
        "wish_hours": "12-15", "wish_transport": "Cykel", "disclosure": "", "clinic_contact": "Karin Holm",
        "caseworker": "Ole Olsen",
    }  # fmt: skip
    (result,) = mette.push(mette.patch("participant", cand, fields, cand=cand), now=NOW).results
    assert result.r == "accepted"


# --- a computer that says its guard has read it ------------------------------------------------------------------------


def test_a_computers_word_that_its_guard_has_read_a_text_opens_no_door(
    house: House, mette: Device, cand: uuid.UUID
) -> None:
    (told,) = mette.push(mette.note(cand, REFUSED, g=guard.version())).results
    assert told.r == "held"
    assert SENTINEL not in house.everything()


@pytest.mark.parametrize("version", ["", "0" * 64, None])
def test_where_the_municipality_believes_computers_it_believes_none_of_another_version(
    house: House, mette: Device, cand: uuid.UUID, version: str | None
) -> None:
    told = mette.push(mette.note(cand, REFUSED, g=version), believe=True).results
    assert [one.r for one in told] == ["held"]
    assert SENTINEL not in house.everything()


@pytest.mark.logs_warning
def test_a_computer_found_to_vouch_for_what_is_refused_has_its_whole_batch_read(
    house: House, mette: Device, cand: uuid.UUID, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:  # fmt: skip
    drawn = iter([0, 1, 1, 0])  # the first is read as a sample, the others are not
    monkeypatch.setattr("server.sampling.secrets.randbelow", lambda _: next(drawn))
    notes = [mette.note(cand, REFUSED, g=guard.version()) for _ in range(3)]
    told = mette.push(*notes, believe=True).results
    assert [one.r for one in told] == ["held"] * 3
    assert SENTINEL not in house.everything()
    assert "security: a computer vouched for what the guard refuses" in caplog.messages


def test_what_another_computer_signed_is_not_even_tried(
    house: House, mette: Device, cand: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.sampling.secrets.randbelow", lambda _: 0)
    tried: list[object] = []
    monkeypatch.setattr(readers.Here, "try_out", lambda *said: tried.append(said))
    theirs = house.device("mh").note(cand, REFUSED, g=guard.version())
    with pytest.raises(Refused):
        mette.push(theirs, believe=True)
    assert not tried
    mette.push(mette.note(cand, "Vi talte om timer.", g=guard.version()), believe=True)
    assert len(tried) == 1


def test_what_the_door_has_read_says_by_which_guard(mette: Device, cand: uuid.UUID) -> None:
    mette.push(mette.note(cand), mette.note(cand))
    assert {change.guard for change in mette.page().changes} == {guard.version()}
