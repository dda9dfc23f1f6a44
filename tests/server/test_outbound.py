"""Journal entries on their way to the case system: each once, whatever fails, and none forgotten."""

from __future__ import annotations

import hashlib
import hmac
import http.server
import json
import threading
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pypdf
import pytest

from server import db, retention
from server.outbound import queue
from server.outbound.adapters import CONFIRMED, Adapter, Folder, Webhook
from tests.server.desk import NOW, Device, House

SECRET = "s" * 40


@pytest.fixture
def told(house: House) -> tuple[Device, uuid.UUID]:
    device, cand = house.device("mh"), uuid.uuid4()
    device.push(
        device.patch("participant", cand, {"name": "Ærø Sørensen", "case_no": "24/117"}, cand=cand),
        device.note(cand, "Vi talte om (fire) timer på bageriet."),
        device.note(cand, "Kandidaten begynder mandag."),
    )
    return device, cand


def _turn(house: House, adapter: Adapter, now: datetime) -> int:
    return queue.turn(house.engine, adapter, sign=house.identity.sign, now=now)


def _states(house: House) -> list[str]:
    return [row.state for row in sorted(house.rows(db.outbound), key=lambda row: row.rev)]


def test_each_entry_is_laid_whole_as_pdf_and_json_and_only_once(
    house: House, told: tuple[Device, uuid.UUID], tmp_path: Path
) -> None:
    folder = Folder(tmp_path / "out")
    assert _turn(house, folder, NOW) == 2
    assert _turn(house, folder, NOW + timedelta(days=1)) == 0
    assert sorted(path.suffix for path in folder.place.iterdir()) == [".json", ".json", ".pdf", ".pdf"]
    first = sorted(folder.place.glob("*.json"))[0]
    said = json.loads(first.read_text("utf-8"))
    assert (said["part"]["navn"], said["sag"]["sagsnummer"]) == ("Ærø Sørensen", "24/117")
    text = pypdf.PdfReader(first.with_suffix(".pdf")).pages[0].extract_text()
    assert "Ærø Sørensen" in text
    assert "(fire) timer på bageriet" in text


def test_the_receipt_of_the_case_system_turns_an_entry_confirmed(
    house: House, told: tuple[Device, uuid.UUID], tmp_path: Path
) -> None:
    folder = Folder(tmp_path / "out")
    _turn(house, folder, NOW)
    (folder.place / CONFIRMED).mkdir()
    taken = sorted(folder.place.glob("*.json"))[0].stem
    (folder.place / CONFIRMED / f"{taken}.ok").touch()
    (folder.place / CONFIRMED / "andet.ok").touch()
    _turn(house, folder, NOW)
    assert sorted(_states(house)) == ["confirmed", "sent"]
    assert list((folder.place / CONFIRMED).iterdir()) == []
    [mark] = house.rows(db.rec, db.rec.c.type == "note_transfer")
    assert (mark.vals["note"], mark.cand) == (taken, told[1])  # the computers are told that it stands there


_GARBLED = 0


class _Receiver(http.server.BaseHTTPRequestHandler):
    answers: list[int] = []  # noqa: RUF012
    seen: list[tuple[str, str, bytes]] = []  # noqa: RUF012

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append((self.headers["Idempotency-Key"], self.headers["Feltjournal-Signature"], body))
        answer = self.answers.pop(0) if self.answers else 200
        if answer == _GARBLED:
            self.wfile.write(b"\x16\x03 no HTTP at all\r\n\r\n")
            return
        self.send_response(answer)
        if answer == 302:
            self.send_header("Location", "/login")
        self.end_headers()

    def do_GET(self) -> None:
        """A page to sign in on, as a gateway in between shows it."""
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def hook() -> Iterator[Webhook]:
    _Receiver.answers, _Receiver.seen = [], []
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Receiver) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield Webhook(f"http://127.0.0.1:{server.server_port}/", SECRET)
        server.shutdown()
        thread.join()


def test_a_receiver_that_is_down_gets_the_same_entry_again_and_signs_for_it(
    house: House, told: tuple[Device, uuid.UUID], hook: Webhook
) -> None:
    _Receiver.answers = [503, 503]
    assert _turn(house, hook, NOW) == 0
    assert _states(house) == ["waiting", "waiting"]
    assert _turn(house, hook, NOW + timedelta(seconds=29)) == 0
    assert _turn(house, hook, NOW + timedelta(minutes=2)) == 2
    assert _states(house) == ["confirmed", "confirmed"]
    keys = [key for key, _, _ in _Receiver.seen]
    assert keys[:2] == keys[2:]  # by which the receiver knows them again
    for _, signature, body in _Receiver.seen:
        assert signature == "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()


def test_what_is_refused_for_good_holds_up_no_other_and_can_be_tried_again(
    house: House, told: tuple[Device, uuid.UUID], hook: Webhook
) -> None:
    _Receiver.answers = [422]
    assert _turn(house, hook, NOW) == 1
    assert _states(house) == ["dead", "confirmed"]
    with house.engine.begin() as tx:
        assert queue.again(tx, hook.name, now=NOW) == 1
    _turn(house, hook, _later())
    assert _states(house) == ["confirmed", "confirmed"]


def test_a_page_to_sign_in_on_has_not_signed_for_an_entry_nor_has_garbage(
    house: House, told: tuple[Device, uuid.UUID], hook: Webhook
) -> None:
    _Receiver.answers = [302, _GARBLED]
    assert _turn(house, hook, NOW) == 0
    assert _states(house) == ["waiting", "waiting"]
    assert sorted(row.problem for row in house.rows(db.outbound)) == ["http-302", "silent"]


def test_what_cannot_be_read_here_holds_up_no_entry_behind_it(
    house: House, told: tuple[Device, uuid.UUID], tmp_path: Path
) -> None:
    device, cand = told
    device.push(
        device.say("journal.append", {"text": "Ord fra i morgen"}, cand=cand, sch=99), device.note(cand)
    )
    other = uuid.uuid4()
    house.join(other, "mh")
    device.push(device.note(other))
    with house.engine.begin() as tx:
        retention.erase(tx, house.feed, other, now=NOW)
    assert _turn(house, Folder(tmp_path / "out"), NOW) == 3
    assert _states(house) == ["sent", "sent", "dead", "sent", "dead"]


def test_a_server_that_is_silent_for_a_week_loses_nothing(
    house: House, told: tuple[Device, uuid.UUID], tmp_path: Path
) -> None:
    silent = Webhook("http://127.0.0.1:9/", SECRET)
    for day in range(7):
        _turn(house, silent, NOW + timedelta(days=day))
    assert _states(house) == ["waiting", "waiting"]
    assert {row.problem for row in house.rows(db.outbound)} == {"silent"}


def _later() -> datetime:
    return NOW + timedelta(minutes=1)
