"""The server's half of a case's files: who may bring and fetch, what a part must be, and when there is a whole."""

from __future__ import annotations

import hashlib
import uuid
from datetime import timedelta
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.domain.case_file import LARGEST, MOST_OF_A_CASE, PART
from app.protocol.messages import FilePart, FileState
from server import db, files, retention
from server.auth import Caller
from server.problems import Refused
from server.safe import Safe
from tests.server.desk import NOW, Device, House

_WORDS = b"Vi talte om butikken, og hun vil gerne begynde mandag.\n"
_LONG = _WORDS + bytes(32 for _ in range(PART))
CAND = uuid.UUID(int=7)


@pytest.fixture
def mette(house: House) -> Device:
    made = house.device("mh")
    house.join(CAND, "mh")
    return made


@pytest.fixture
def safe(house: House) -> Safe:
    return Safe.of(house.identity.key)


def _caller(device: Device) -> Caller:
    return Caller(device.id, device.person, device.house.feed, "0.1.0", device.public, 0)


def _place(device: Device, data: bytes, cand: UUID = CAND) -> files.Place:
    return files.Place.of(_caller(device), cand, hashlib.sha256(data).hexdigest())


def _bring(device: Device, safe: Safe, data: bytes, *numbers: int, size: int | None = None) -> FileState:
    """Parts of `data`, by number, as if they were of the file with this digest."""
    told = FileState([], whole=False)
    for n in numbers:
        part = FilePart(size or len(data), n, data[n * PART : (n + 1) * PART])
        told = files.take(device.house.engine, safe, _caller(device), _place(device, data), part, now=NOW)
    return told


def _fetch(device: Device, safe: Safe, data: bytes, n: int = 0) -> bytes:
    with device.house.engine.begin() as tx:
        return files.part(tx, safe, _caller(device), _place(device, data), n, now=NOW).data


def test_parts_come_in_any_order_and_twice_and_nobody_gets_one_before_the_whole(
    house: House, mette: Device, safe: Safe
) -> None:
    assert _bring(mette, safe, _LONG, 1, 1) == FileState([1], whole=False)
    with pytest.raises(Refused, match="not-found"):
        _fetch(mette, safe, _LONG, 1)
    assert _bring(mette, safe, _LONG, 0) == FileState([0, 1], whole=True)
    assert _fetch(mette, safe, _LONG, 0) + _fetch(mette, safe, _LONG, 1) == _LONG
    assert [row.action for row in house.rows(db.access_log)] == ["file"]
    assert _bring(mette, safe, _LONG, 0).whole


def test_a_stranger_cannot_tell_whether_a_file_is_there(house: House, mette: Device, safe: Safe) -> None:
    stranger = house.device("mia")
    _bring(mette, safe, _WORDS, 0)
    for data in (_WORDS, b"another"):
        with pytest.raises(Refused, match="not-found"), house.engine.begin() as tx:
            files.state(tx, _caller(stranger), _place(stranger, data))
        with pytest.raises(Refused, match="not-found"):
            _fetch(stranger, safe, data)
        with pytest.raises(Refused, match="not-found"):
            _bring(stranger, safe, data, 0)


def test_what_a_part_must_be(mette: Device, safe: Safe) -> None:
    place = _place(mette, _LONG)
    for part, problem in (
        (FilePart(LARGEST + 1, 0, b"x" * PART), "batch-too-large"),
        (FilePart(0, 0, b""), "batch-too-large"),
        (FilePart(len(_LONG), 2, b""), "bad-request"),
        (FilePart(len(_LONG), 0, _LONG[:10]), "bad-request"),
    ):
        with pytest.raises(Refused, match=problem):
            files.take(mette.house.engine, safe, _caller(mette), place, part, now=NOW)
    with pytest.raises(Refused, match="not-found"):
        files.Place.of(_caller(mette), CAND, "../" * 21 + "a")


def test_a_size_is_a_claim_until_the_whole_has_been_read(house: House, mette: Device, safe: Safe) -> None:
    assert _bring(mette, safe, _LONG, 0, size=len(_LONG) + 1) == FileState([0], whole=False)
    assert _bring(mette, safe, _LONG, 1) == FileState([1], whole=False), "of the other nothing is left"
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.file_content).values(reading_since=NOW))
    with pytest.raises(Refused, match="hash-mismatch"):  # not from under whoever reads it
        _bring(mette, safe, _LONG, 0, size=len(_LONG) + 1)
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.file_content).values(reading_since=None))
    assert _bring(mette, safe, _LONG, 0).whole
    with pytest.raises(Refused, match="hash-mismatch"):  # one digest has one size
        _bring(mette, safe, _LONG, 0, size=len(_LONG) + 1)
    assert _fetch(mette, safe, _LONG, 0) + _fetch(mette, safe, _LONG, 1) == _LONG


def test_bytes_that_are_not_the_file_are_thrown_away_and_it_can_begin_anew(
    house: House, mette: Device, safe: Safe
) -> None:
    place = _place(mette, _WORDS)
    other = FilePart(len(_WORDS), 0, _WORDS.replace(b"butikken", b"bageriet"))
    with pytest.raises(Refused, match="hash-mismatch"):
        files.take(house.engine, safe, _caller(mette), place, other, now=NOW)
    assert house.rows(db.file_part) == []
    assert _bring(mette, safe, _WORDS, 0).whole


def test_the_servers_guard_reads_the_whole_and_keeps_nothing_of_what_it_refuses(
    house: House, mette: Device, safe: Safe
) -> None:
    held = b"Hun har diagnosen skizofreni F20 og faar olanzapin.\n"
    assert _bring(mette, safe, held, 0) == FileState([], whole=False, held=True)
    assert house.rows(db.file_part) == []
    assert _bring(mette, safe, held, 0) == FileState([], whole=False, held=True), "and it stays so"
    with pytest.raises(Refused, match="not-found"):
        _fetch(mette, safe, held)


@pytest.mark.logs_warning
def test_sealed_bytes_do_not_open_elsewhere_or_under_another_key(
    house: House, mette: Device, safe: Safe
) -> None:
    _bring(mette, safe, _LONG, 0, 1)
    with pytest.raises(Refused, match="not-found"):
        _fetch(mette, Safe(bytes(32)), _LONG)
    with (
        house.engine.begin() as tx
    ):  # somebody with the database alone puts the second part in the first one's place
        second = sa.select(db.file_part.c.data).where(db.file_part.c.n == 1).scalar_subquery()
        tx.execute(sa.update(db.file_part).where(db.file_part.c.n == 0).values(data=second))
    with pytest.raises(Refused, match="not-found"):
        _fetch(mette, safe, _LONG)


def test_a_case_holds_so_much_and_no_more(house: House, mette: Device, safe: Safe) -> None:
    _bring(mette, safe, _WORDS, 0)
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.file_content).values(size=MOST_OF_A_CASE - 10))
    with pytest.raises(Refused, match="quota"):
        _bring(mette, safe, _LONG, 0)


def test_a_reader_that_never_came_back_is_not_waited_for(house: House, mette: Device, safe: Safe) -> None:
    with house.engine.begin() as tx:
        row = {"feed": house.feed, "cand": CAND, "digest": _place(mette, _WORDS).digest, "size": len(_WORDS)}
        more = {"whole": False, "held": False, "person": "mh", "touched_at": NOW}
        tx.execute(sa.insert(db.file_content).values(**row, **more, reading_since=NOW - timedelta(minutes=5)))
    assert not _bring(mette, safe, _WORDS, 0).whole
    with house.engine.begin() as tx:
        tx.execute(sa.update(db.file_content).values(reading_since=NOW - timedelta(minutes=11)))
    assert _bring(mette, safe, _WORDS, 0).whole


def test_a_reader_taken_for_dead_decides_nothing_when_it_comes_back(
    house: House, mette: Device, safe: Safe
) -> None:
    _bring(mette, safe, _LONG, 0)
    late = NOW - timedelta(minutes=11)
    assert files._judge(house.engine, safe, _place(mette, _LONG), (), now=late) == FileState([0], whole=False)
    assert _bring(mette, safe, _LONG, 1).whole


def test_an_erased_case_leaves_no_file(house: House, mette: Device, safe: Safe) -> None:
    _bring(mette, safe, _LONG, 0, 1)
    with house.engine.begin() as tx:
        retention.erase(tx, house.feed, CAND, now=NOW)
    assert house.rows(db.file_part) == house.rows(db.file_content) == []
