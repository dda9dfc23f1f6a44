"""Whatever answers in the server's place: nothing is sent, the reason is right, the outbox is untouched."""

from __future__ import annotations

import base64
import hashlib
import shutil
import socket
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.errors import FeltjournalError, NotOnNetwork, ServerUnavailable
from app.protocol import messages
from app.sync.certificate import read
from server import db, embedded, identity, setup
from tests.parts import Jobcenter, _admin, make_jobcenter
from tests.sync.consultant import Consultant, server_of
from tests.sync.elsewhere import PORTAL, Answer, Box, box, certificate


@pytest.fixture
def refused(anna: Consultant) -> Iterator[Callable[..., FeltjournalError]]:
    """A round that must send nothing; returns what stopped it."""
    before = anna.unsent()
    assert before

    def run(*, at: datetime | None = None, **server: Any) -> FeltjournalError:
        done = anna.sync(at=at, **server)
        assert done.stopped is not None
        assert (done.sent, done.received, done.changes) == (0, 0, frozenset())
        return done.stopped

    yield run
    assert anna.unsent() == before
    assert not anna.status.all_sent


def reason(error: FeltjournalError) -> str:
    assert isinstance(error, NotOnNetwork), error
    return error.reason


def own_tls(office: Jobcenter) -> tuple[Path, Path]:
    return office.state / "tls.crt", office.state / "tls.key"


def own_key(office: Jobcenter) -> Ed25519PrivateKey:
    key = serialization.load_pem_private_key((office.state / "server.key").read_bytes(), None)
    assert isinstance(key, Ed25519PrivateKey)
    return key


def signed(
    office: Jobcenter, message: msgspec.Struct, stamp: str, *, key: Ed25519PrivateKey | None = None
) -> Answer:
    body = msgspec.json.encode(message)
    digest = hashlib.sha256(stamp.encode() + body).digest()
    signature = base64.b64encode((key or own_key(office)).sign(digest)).decode()
    headers = {
        "Content-Type": "application/json", messages.SIGNATURE: signature, messages.SERVER: server_id(office)
    }  # fmt: skip
    return Answer(200, headers, body)


def beacon(office: Jobcenter, path: str, **changed: str) -> messages.Beacon:
    told = {
        "n": path.partition("n=")[2], "server": server_id(office), "zone": "lan",
        "time": datetime.now(UTC).isoformat(),
    }  # fmt: skip
    return messages.Beacon(**told | changed)


def server_id(office: Jobcenter) -> str:
    engine = db.engine(office.database, pool=1)
    with engine.begin() as tx:
        found = setup.recognise(tx, identity.load(office.state))
    engine.dispose()
    return found


def stamp_of(path: str) -> str:
    return path.partition("n=")[2]


def says_who(heard: Box, anna: Consultant) -> bool:
    """Whether anything this box heard tells which computer or person it was."""
    from app.services import enrol

    with anna.vault.read() as tx:
        device = tx.exec_driver_sql("SELECT device FROM enrolment").scalar_one()
    who = (messages.PROOF.lower(), str(device), enrol.identity(anna.vault).person, "cookie", "authorization")
    return any(mark.lower() in text.lower() for text in heard.heard for mark in who) or any(heard.bodies)


def test_nobody_answers(refused: Callable[..., FeltjournalError], office: Jobcenter) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert reason(refused(**server_of(office, f"https://127.0.0.1:{port}"))) == "no-server"


def test_the_name_leads_nowhere(refused: Callable[..., FeltjournalError], office: Jobcenter) -> None:
    assert reason(refused(**server_of(office, "https://feltjournal.invalid:8443"))) == "no-server"


def test_another_certificate(
    refused: Callable[..., FeltjournalError], anna: Consultant, office: Jobcenter, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:  # fmt: skip
    with box(lambda *_: PORTAL, certificate(tmp_path)) as elsewhere:
        assert reason(refused(**server_of(office, elsewhere.url))) == "wrong-certificate"
    assert not elsewhere.heard
    assert "security: wrong-certificate" in caplog.messages


def test_a_certificate_that_the_system_trusts_but_the_policy_does_not(
    refused: Callable[..., FeltjournalError],
    office: Jobcenter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tls = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tls[0]))
    with box(lambda *_: PORTAL, tls) as elsewhere:
        assert reason(refused(**server_of(office, elsewhere.url))) == "tls-inspection"
    assert not elsewhere.heard


def test_a_certificate_the_system_does_not_trust_is_refused_where_the_policy_says_so(
    refused: Callable[..., FeltjournalError], office: Jobcenter
) -> None:
    assert reason(refused(**server_of(office) | {"chain": True})) == "wrong-certificate"


def test_the_right_key_under_another_name(
    refused: Callable[..., FeltjournalError], office: Jobcenter, tmp_path: Path
) -> None:
    tls = certificate(tmp_path, names=("somewhere.example",), key=own_tls(office)[1])
    with box(lambda *_: PORTAL, tls) as elsewhere:
        assert reason(refused(**server_of(office, elsewhere.url))) == "wrong-certificate"
    assert not elsewhere.heard


def test_a_portal_that_speaks_no_tls(refused: Callable[..., FeltjournalError], office: Jobcenter) -> None:
    with box(lambda *_: PORTAL, None) as portal:
        assert reason(refused(**server_of(office, portal.url))) == "captive-portal"
    assert not portal.heard


@pytest.mark.parametrize(
    "answer",
    [
        PORTAL,
        Answer(302, {"Location": "https://login.example/"}),
        Answer(307, {"Location": "/v1/beacon"}),
        Answer(511, {"Content-Type": "text/html"}, b"log in"),
        Answer(403, {"Content-Type": "text/html"}, b"blocked"),
        Answer(200, {"Content-Type": "application/json; charset=utf-8"}, b"{}"),
        Answer(204),
    ],
    ids=["page", "redirect", "redirect to itself", "511", "403", "json of another", "nothing"],
)
def test_a_portal_behind_the_right_key(
    refused: Callable[..., FeltjournalError], anna: Consultant, office: Jobcenter, answer: Answer
) -> None:
    with box(lambda *_: answer, own_tls(office)) as portal:
        found = reason(refused(**server_of(office, portal.url)))
    assert found == ("wrong-signature" if answer.body == b"{}" else "captive-portal")
    assert len(portal.heard) == 1
    assert not says_who(portal, anna)


def test_another_server_with_the_same_name_and_certificate(
    refused: Callable[..., FeltjournalError], office: Jobcenter, postgres: embedded.Cluster
) -> None:
    """A real second server, which has got hold of the certificate but not of the signing key."""
    with _admin(postgres) as admin:
        admin.execute(b'CREATE DATABASE "impostor" TEMPLATE feltjournal')
    with make_jobcenter(postgres.url("impostor")) as impostor:
        for name in ("tls.crt", "tls.key"):
            shutil.copy(office.state / name, impostor.state / name)
        impostor.start()
        assert reason(refused(**server_of(office, impostor.url))) == "wrong-signature"


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"server": "another"}, "foreign-server"),
        ({"zone": "internet"}, "wrong-zone"),
        ({"n": "0" * 64}, "wrong-signature"),
    ],
    ids=["another server", "another zone", "an old answer"],
)
def test_a_signed_beacon_that_is_not_the_one(
    refused: Callable[..., FeltjournalError], anna: Consultant, office: Jobcenter, changed: dict[str, str], found: str
) -> None:  # fmt: skip
    def answer(path: str, _: bytes) -> Answer:
        return signed(office, beacon(office, path, **changed), stamp_of(path))

    with box(answer, own_tls(office)) as elsewhere:
        assert reason(refused(**server_of(office, elsewhere.url))) == found
    assert not says_who(elsewhere, anna)


@pytest.mark.parametrize("years", [10, -10])
def test_a_clock_that_is_years_off(
    refused: Callable[..., FeltjournalError], office: Jobcenter, years: int
) -> None:
    at = datetime.now(UTC) + timedelta(days=365 * years)
    assert reason(refused(at=at, **server_of(office))) == "clock"


def test_a_clock_that_is_minutes_off_delivers_and_is_told(anna: Consultant) -> None:
    done = anna.sync(at=datetime.now(UTC) + timedelta(minutes=12))
    assert (done.stopped, done.sent) == (None, 1)
    off = anna.status.clock_off
    assert off is not None
    assert abs(off - timedelta(minutes=12)) < timedelta(minutes=1)


def test_a_certificate_that_has_run_out(
    refused: Callable[..., FeltjournalError], anna: Consultant, office: Jobcenter, tmp_path: Path
) -> None:
    tls = certificate(tmp_path, days=(-30, -1), key=own_tls(office)[1])
    with box(lambda path, _: signed(office, beacon(office, path), stamp_of(path)), tls) as old:
        assert reason(refused(**server_of(office, old.url))) == "expired-certificate"
    assert not says_who(old, anna)


def test_a_page_in_the_middle_of_a_round_clears_nothing(
    refused: Callable[..., FeltjournalError], office: Jobcenter
) -> None:
    def answer(path: str, _: bytes) -> Answer:
        return signed(office, beacon(office, path), stamp_of(path)) if "beacon" in path else PORTAL

    with box(answer, own_tls(office)) as portal:
        assert reason(refused(**server_of(office, portal.url))) == "captive-portal"
    assert len(portal.heard) == 2


def test_a_server_that_asks_for_patience(refused: Callable[..., FeltjournalError], office: Jobcenter) -> None:
    def answer(path: str, _: bytes) -> Answer:
        if "beacon" in path:
            return signed(office, beacon(office, path), stamp_of(path))
        return Answer(503, {"Retry-After": "7", "Content-Type": "application/problem+json"}, b"{}")

    with box(answer, own_tls(office)) as busy:
        error = refused(**server_of(office, busy.url))
    assert isinstance(error, ServerUnavailable)
    assert error.retry_after == 7


def test_a_proxy_in_the_environment_is_never_asked(
    anna: Consultant, office: Jobcenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with box(lambda *_: PORTAL, None) as proxy:
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
            monkeypatch.setenv(name, proxy.url.replace("https", "http"))
        assert anna.sync().stopped is None
    assert not proxy.heard


def test_a_policy_that_names_another_jobcenter(
    refused: Callable[..., FeltjournalError], office: Jobcenter
) -> None:
    other = {**server_of(office), "key": Ed25519PrivateKey.generate().public_key().public_bytes_raw()}
    assert reason(refused(**other)) == "foreign-server"


def test_a_wildcard_holds_for_one_label(tmp_path: Path) -> None:
    from cryptography import x509

    pem, _ = certificate(tmp_path, names=("*.kommune.dk", "10.1.2.3"))
    der = x509.load_pem_x509_certificate(pem.read_bytes()).public_bytes(serialization.Encoding.DER)
    found = read(der)
    assert [found.is_for(n) for n in ("felt.kommune.dk", "FELT.kommune.dk.", "10.1.2.3")] == [True] * 3
    assert [
        found.is_for(n) for n in ("a.felt.kommune.dk", "kommune.dk", "10.1.2.4", "felt.kommune.dk.evil.dk")
    ] == [False] * 4
