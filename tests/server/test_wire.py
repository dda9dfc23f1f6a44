"""The server as a process, over TLS: who is believed, what is refused, and what a fall in the middle leaves."""

from __future__ import annotations

import socket
import ssl
import uuid
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec
import psycopg
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.protocol import messages
from server import embedded
from tests.parts import Jobcenter, _admin, make_jobcenter
from tests.server.wire import Computer

pytestmark = pytest.mark.day


@pytest.fixture(scope="module")
def place(postgres: embedded.Cluster) -> Iterator[Jobcenter]:
    """One server for the whole module; each test enrols its own people."""
    with _admin(postgres) as admin:
        admin.execute("CREATE DATABASE wire TEMPLATE feltjournal")
    with make_jobcenter(postgres.url("wire")) as made:
        yield made.start()
    with _admin(postgres) as admin:
        admin.execute("DROP DATABASE wire WITH (FORCE)")


@pytest.fixture
def mette(place: Jobcenter) -> Computer:
    computer = Computer(place.enrol_code(uuid.uuid4().hex[:8], "Mette Hansen"))
    assert computer.enrol().status == 200
    return computer


def test_a_device_is_told_its_own_operations_and_no_text_that_is_not_its_persons(
    mette: Computer, place: Jobcenter
) -> None:
    cand, first = mette.participant()
    mette.push(first, mette.note(cand), mette.note(cand, "Kandidaten har paranoid skizofreni."))
    told = mette.ask("GET", "/v1/own?after=1").json
    assert (told["q"], told["hash"], told["more"]) == (3, mette.prev, False)
    assert [(one["q"], one["r"], bool(one["p"])) for one in told["ops"]] == [
        (2, "accepted", True),
        (3, "held", False),
    ]
    other = Computer(place.enrol_code(uuid.uuid4().hex[:8], "Bo Prøve"))
    other.enrol()
    assert other.ask("GET", "/v1/own?after=0").json["ops"] == []
    with psycopg.connect(place.database.replace("+psycopg", ""), autocommit=True) as raw:
        raw.execute("UPDATE membership SET upto_rev = since_rev WHERE cand = %s", (cand,))
    assert [bool(one["p"]) for one in mette.ask("GET", "/v1/own?after=0").json["ops"]] == [False] * 3


def test_the_whole_round_over_tls(mette: Computer, place: Jobcenter) -> None:
    welcome = mette.hello()
    assert welcome.status == 200
    start = welcome.json["head"]
    cand, first = mette.participant()
    pushed = mette.push(first, mette.note(cand), mette.note(cand, "Kandidaten har paranoid skizofreni.")).json
    assert [r["r"] for r in pushed["results"]] == ["accepted", "accepted", "held"]
    assert mette.hello(epoch=welcome.json["epoch"], rev=0).json["device_q"] == 3
    page = mette.ask("GET", f"/v1/changes?after={start}&epoch={welcome.json['epoch']}&chain=&limit=10")
    assert page.status == (200 if start == 0 else 409)
    page = mette.ask("GET", "/v1/changes?after=0&epoch=&chain=&limit=10").json
    assert [c["by"] for c in page["changes"]] == [mette_person(mette)] * 2
    assert [e["cand"] for e in mette.ask("GET", "/v1/scope").json["entries"]] == [cand]
    assert (
        len(mette.ask("GET", f"/v1/candidates/{cand}/changes?after=0&upto={page['rev']}").json["changes"])
        == 2
    )
    assert mette.ask("GET", f"/v1/candidates/{uuid.uuid4()}/changes?after=0").problem == "not-found"
    assert mette.ask("GET", "/v1/candidates/x/changes?after=0").problem == "not-found"
    assert "skizofreni" not in place.log


def mette_person(computer: Computer) -> str:
    return str(computer.enrol().json["person"])


def test_a_cursor_from_another_history_is_told_so(mette: Computer) -> None:
    _, first = mette.participant()
    mette.push(first)
    welcome = mette.hello().json
    epoch, head = welcome["epoch"], welcome["head"]
    for epoch_, rev, chain in (
        (epoch, head, "ab" * 32),
        (epoch, head + 1, "ab" * 32),
        (str(uuid.uuid4()), head, "ab" * 32),
    ):
        assert mette.hello(epoch=epoch_, rev=rev, chain=chain).problem == "history-diverged"
        told = mette.ask("GET", f"/v1/changes?after={rev}&epoch={epoch_}&chain={chain}")
        assert told.problem == "history-diverged"
    page = mette.ask("GET", "/v1/changes?after=0&epoch=&chain=").json
    assert mette.hello(epoch=epoch, rev=page["rev"], chain=page["chain"]).status == 200


# --- the proof ------------------------------------------------------------------------------------------------------


def test_a_proof_is_good_once(mette: Computer) -> None:
    proof = mette.proof("GET", "/v1/scope", b"")
    assert mette.send("GET", "/v1/scope", headers={messages.PROOF: proof}).status == 200
    assert mette.send("GET", "/v1/scope", headers={messages.PROOF: proof}).problem == "proof-replayed"


def test_a_changed_body_is_refused(mette: Computer) -> None:
    _, envelope = mette.participant()
    body = msgspec.json.encode(messages.Push([envelope]))
    proof = mette.proof("POST", "/v1/ops", body)
    assert (
        mette.send("POST", "/v1/ops", body + b" ", headers={messages.PROOF: proof}).problem == "proof-invalid"
    )


@pytest.mark.parametrize(
    ("bent", "code"),
    [
        ({"htm": "POST"}, "proof-invalid"),
        ({"htu": "/v1/changes"}, "proof-invalid"),
        ({"iat": 1}, "proof-expired"),
        ({"iat": 2**40}, "proof-expired"),
        ({"iat": "now"}, "proof-invalid"),
        ({"iat": 10**400}, "proof-invalid"),
        ({"jti": "\ud800" * 16}, "proof-invalid"),
        ({"jti": "short"}, "proof-invalid"),
        ({"jti": "nul\x00nul\x00nul\x00nul\x00"}, "proof-invalid"),
        ({"dev": str(uuid.uuid4())}, "device-unknown"),
        ({"dev": "nobody"}, "proof-invalid"),
        ({"dev": None}, "proof-invalid"),
    ],
)
def test_a_bent_proof_is_refused(mette: Computer, bent: dict[str, Any], code: str) -> None:
    proof = mette.proof("GET", "/v1/scope", b"", **bent)
    assert mette.send("GET", "/v1/scope", headers={messages.PROOF: proof}).problem == code


def test_another_key_does_not_open_the_door(mette: Computer) -> None:
    proof = mette.proof("GET", "/v1/scope", b"", key=Ed25519PrivateKey.generate())
    assert mette.send("GET", "/v1/scope", headers={messages.PROOF: proof}).problem == "proof-invalid"


@pytest.mark.parametrize(
    "proof", ["x", "a.b.c", "..", "e30.e30.e30", "é.é.é".encode().decode("latin-1"), "A" * 5000]
)
def test_what_is_no_proof_is_refused(mette: Computer, proof: str) -> None:
    assert mette.send("GET", "/v1/scope", headers={messages.PROOF: proof}).problem == "proof-invalid"


def test_another_jobcenters_feed_is_refused(mette: Computer) -> None:
    mette.feed = str(uuid.uuid4())
    assert mette.hello().problem == "wrong-feed"


def test_without_a_proof_nothing_is_told(mette: Computer) -> None:
    for method, target in (
        ("GET", "/v1/scope"),
        ("GET", "/v1/changes"),
        ("POST", "/v1/ops"),
        ("POST", "/v1/sync/hello"),
    ):
        assert mette.send(method, target).problem == "proof-missing"


# --- bodies ---------------------------------------------------------------------------------------------------------


def send_packed(computer: Computer, body: bytes, encoding: str = "zstd") -> str:
    proof = computer.proof("POST", "/v1/ops", body)
    headers = {messages.PROOF: proof, "Content-Encoding": encoding}
    reply = computer.send("POST", "/v1/ops", body, headers=headers)
    return reply.problem if reply.status != 200 else "accepted"


def test_a_packed_batch_is_read(mette: Computer) -> None:
    _, envelope = mette.participant()
    body = zstandard.ZstdCompressor().compress(msgspec.json.encode(messages.Push([envelope])))
    assert send_packed(mette, body) == "accepted"


def test_a_bomb_is_not_unpacked(mette: Computer) -> None:
    bomb = zstandard.ZstdCompressor().compress(b" " * (64 * 1024 * 1024))
    assert send_packed(mette, bomb) == "batch-too-large"


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"ops":1}', b"\xff\xfe", b'{"ops":[{"p":1,"s":""}]}'])
def test_what_is_no_batch_is_refused(mette: Computer, body: bytes) -> None:
    assert send_packed(mette, body, "identity") == "bad-request"
    assert send_packed(mette, body) == "bad-request"
    assert send_packed(mette, body, "gzip") == "bad-request"


def test_a_body_beyond_all_measure_is_refused(mette: Computer) -> None:
    body = b"x" * (messages.MAX_UNPACKED + 1)
    assert send_packed(mette, body, "identity") == "batch-too-large"


@pytest.mark.parametrize("query", ["after=x", "after=-5", "after=1e3", "limit=ti", f"after={2**60}"])
def test_a_cursor_that_is_no_number_is_refused(mette: Computer, query: str) -> None:
    assert mette.ask("GET", f"/v1/changes?{query}").problem == "bad-cursor"


def test_an_unknown_path_is_a_problem_too(mette: Computer) -> None:
    assert mette.send("GET", "/v1/nothing").problem == "not-found"
    assert mette.send("DELETE", "/v1/ops").problem == "not-found"


# --- the network ------------------------------------------------------------------------------------------------------


def test_the_beacon_signs_the_nonce_and_asks_for_no_name(mette: Computer) -> None:
    nonce = "ab" * 32
    reply = mette.send("GET", f"/v1/beacon?n={nonce}")
    mette.check(reply, nonce)
    assert (reply.json["n"], reply.json["zone"]) == (nonce, "lan")
    for bad in ("", "ab", "zz" * 32, "AB" * 32):
        assert mette.send("GET", f"/v1/beacon?n={bad}").problem == "bad-request"


def test_only_tls_1_3_is_spoken(place: Jobcenter) -> None:
    at = urlsplit(place.url)

    def speak(newest: ssl.TLSVersion) -> str | None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.maximum_version = newest
        with (
            socket.create_connection((at.hostname, at.port), timeout=30) as raw,
            context.wrap_socket(raw) as spoken,
        ):
            return spoken.version()

    assert speak(ssl.TLSVersion.TLSv1_3) == "TLSv1.3"
    with pytest.raises(ssl.SSLError):
        speak(ssl.TLSVersion.TLSv1_2)


def test_health_and_readiness(mette: Computer) -> None:
    assert mette.send("GET", "/healthz").json == {"status": "alive"}
    assert mette.send("GET", "/readyz").json == {"status": "ready"}


# --- enrolment --------------------------------------------------------------------------------------------------------


def test_a_code_is_good_for_one_computer(place: Jobcenter) -> None:
    invitation = place.enrol_code("ab", "Anne Berg")
    first = Computer(invitation)
    told = first.enrol().json
    assert (told["person"], told["name"], told["feed_name"], told["role"]) == (
        "ab",
        "Anne Berg",
        "Jobcenter Prøveby",
        "consultant",
    )
    assert first.enrol().json == told, "a reply may be lost: the same computer gets the same answer"
    assert Computer(invitation).enrol().problem == "code-used"


def test_a_code_is_typed_as_people_type(place: Jobcenter) -> None:
    computer = Computer(place.enrol_code("cd", "Carl Dam"))
    assert computer.enrol(computer.told["code"].lower().replace("-", " ")).status == 200


def test_an_expired_and_an_unknown_code_are_refused(place: Jobcenter) -> None:
    assert Computer(place.enrol_code("ef", "Eva Friis", hours=0)).enrol().problem == "code-expired"
    assert Computer(place.enrol_code("ef", "Eva Friis")).enrol("AAAA-BBBB-CCCC").problem == "code-unknown"


def test_a_device_id_that_is_taken_is_refused(place: Jobcenter, mette: Computer) -> None:
    thief = Computer(place.enrol_code("gh", "Gitte Holm"), id=mette.id)
    assert thief.enrol().problem == "device-exists"


def test_the_database_holds_no_code_in_clear(place: Jobcenter) -> None:
    computer = Computer(place.enrol_code("ij", "Ida Juhl"))
    with psycopg.connect(place.database.replace("+psycopg", "")) as db:
        kept = str(db.execute("SELECT * FROM enrolment_code").fetchall())
    assert computer.told["code"] not in kept
    assert computer.told["code"].replace("-", "") not in kept


# --- falls ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def own_place(jobcenter: Jobcenter) -> Jobcenter:
    return jobcenter


def break_off(place: Jobcenter, fail: str, act: Callable[[], object]) -> None:
    """Start the server so that it kills itself there, do it, and start it again whole."""
    place.stop()
    place.start(fail=fail)
    with pytest.raises((ConnectionError, ssl.SSLError, OSError)):
        act()
    place.gone()
    place.start()


@pytest.mark.parametrize(
    ("fail", "outcome"),
    [
        ("push.after_commit:kill", "duplicate"),
        ("push.before_commit:kill", "accepted"),
        ("push.before_lock:kill", "accepted"),
    ],
)
def test_a_server_that_falls_while_it_takes_a_batch_doubles_and_loses_nothing(
    own_place: Jobcenter, fail: str, outcome: str
) -> None:
    computer = Computer(own_place.enrol_code("mh", "Mette Hansen"))
    computer.enrol()
    cand, first = computer.participant()
    batch = [first, computer.note(cand), computer.note(cand)]
    break_off(own_place, fail, lambda: computer.push(*batch))
    results = computer.push(*batch).json["results"]
    assert [(r["r"], r["rev"]) for r in results] == [(outcome, 1), (outcome, 2), (outcome, 3)]
    with psycopg.connect(own_place.database.replace("+psycopg", "")) as db:
        assert db.execute("SELECT count(*), max(rev) FROM op").fetchone() == (3, 3)


def test_an_enrolment_whose_answer_was_lost_can_be_asked_again(own_place: Jobcenter) -> None:
    computer = Computer(own_place.enrol_code("mh", "Mette Hansen"))
    break_off(own_place, "enrol.after_commit:kill", computer.enrol)
    assert computer.enrol().status == 200
