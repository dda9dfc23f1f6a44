"""The publisher's word of a newer version: tampered, old, run out, by somebody else or not newer, nothing is said."""

from __future__ import annotations

import base64
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.protocol import release
from app.protocol.messages import Envelope
from app.protocol.release import Notice
from app.services import release as use_case
from app.settings import Settings
from app.sync import news, wire
from app.vault.vault import Vault
from installer import release_notice
from server import release as carrier

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PUBLISHER = Ed25519PrivateKey.generate()
PUBLIC = PUBLISHER.public_key().public_bytes_raw()
TOLD = Notice("9.1.0", 7, "stable", NOW - timedelta(days=1), NOW + timedelta(days=30))
STABLE = Settings(update_notice="stable")


def read(told: Envelope, now: datetime = NOW) -> Notice | None:
    return release.read(told, verify=[wire.verifier(PUBLIC)], now=now)


@pytest.fixture(autouse=True)
def _publisher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "publishers", lambda: (PUBLIC,))


def heard(vault: Vault, told: Envelope, settings: Settings = STABLE, now: datetime = NOW) -> str | None:
    with vault.begin() as tx:
        news.take(tx, told, NOW)
    return use_case.newer(vault, settings, now=now)


def test_what_the_publisher_signed_is_read_back() -> None:
    assert read(release.sign(TOLD, PUBLISHER.sign)) == TOLD


@given(st.integers(0, 500), st.integers(1, 255))
def test_no_changed_byte_is_believed(place: int, by: int) -> None:
    told = release.sign(TOLD, PUBLISHER.sign)
    data = bytearray(told.p.encode())
    data[place % len(data)] ^= by
    assert read(Envelope(data.decode("latin-1"), told.s)) is None


@pytest.mark.parametrize(
    "told",
    [
        release.sign(TOLD, Ed25519PrivateKey.generate().sign),
        Envelope(release.sign(TOLD, PUBLISHER.sign).p, "kein"),
        release.sign(replace(TOLD, version="<b>1.0</b>"), PUBLISHER.sign),
        release.sign(replace(TOLD, channel="nightly"), PUBLISHER.sign),
        release.sign(replace(TOLD, until=NOW), PUBLISHER.sign),
        release.sign(replace(TOLD, at=NOW + timedelta(hours=1)), PUBLISHER.sign),
    ],
    ids=["another key", "no signature", "no version", "no channel", "run out", "not yet"],
)
def test_nothing_else_is_believed(told: Envelope, vault: Vault) -> None:
    assert read(told) is None
    assert heard(vault, told) is None


def test_a_signature_over_the_bare_text_is_no_notice() -> None:
    text = release.sign(TOLD, PUBLISHER.sign).p
    assert read(Envelope(text, base64.b64encode(PUBLISHER.sign(text.encode())).decode())) is None


def test_an_older_word_does_not_come_back(vault: Vault) -> None:
    assert heard(vault, release.sign(TOLD, PUBLISHER.sign)) == "9.1.0"
    earlier = replace(TOLD, version="9.9.0", serial=6)
    assert heard(vault, release.sign(earlier, PUBLISHER.sign)) == "9.1.0"
    assert heard(vault, release.sign(replace(TOLD, version="9.2.0", serial=8), PUBLISHER.sign)) == "9.2.0"


def test_a_word_that_has_run_out_meanwhile_is_no_longer_said(vault: Vault) -> None:
    assert heard(vault, release.sign(TOLD, PUBLISHER.sign), now=TOLD.until) is None


@pytest.mark.parametrize(
    ("policy", "channel", "said"),
    [
        ("none", "stable", False), ("stable", "stable", True), ("stable", "beta", False),
        ("beta", "stable", True), ("beta", "beta", True),
    ],
)  # fmt: skip
def test_only_what_the_policy_asks_for_is_said(
    vault: Vault, policy: str, channel: str, *, said: bool
) -> None:
    told = release.sign(replace(TOLD, channel=channel), PUBLISHER.sign)
    assert (heard(vault, told, Settings(update_notice=policy)) is not None) is said


@pytest.mark.parametrize("version", ["0.0.9", "0.1", "0.1.0", "0.1.0.0"])
def test_what_is_not_newer_is_not_said(vault: Vault, version: str) -> None:
    assert heard(vault, release.sign(replace(TOLD, version=version), PUBLISHER.sign)) is None


def test_the_publishers_command_makes_what_the_program_believes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release_notice, "ROOT", tmp_path)
    monkeypatch.setattr(release_notice, "KEYS", tmp_path / "keys.txt")
    secret, out = tmp_path / "secret", tmp_path / "release.json"
    assert release_notice.main(["new-key", "--out", str(secret)]) == 0
    assert secret.stat().st_mode & 0o777 == 0o600
    asked = ["sign", "--key", str(secret), "--version", "9.0", "--serial", "1", "--out", str(out)]
    assert release_notice.main(asked) == 0
    (public,) = release.keys((tmp_path / "keys.txt").read_text("utf-8"))
    told = carrier.carried(str(out))
    assert told is not None
    found = release.read(told, verify=[wire.verifier(public)], now=datetime.now(UTC))
    assert found is not None
    assert (found.version, found.serial) == ("9.0", 1)


def test_the_server_carries_what_stands_in_the_file_now(tmp_path: Path) -> None:
    file = tmp_path / "release.json"
    assert carrier.carried("") is None
    assert carrier.carried(str(file)) is None
    file.write_text("ikke json", "utf-8")
    assert carrier.carried(str(file)) is None
    told = release.sign(TOLD, PUBLISHER.sign)
    file.write_bytes(msgspec.json.encode(told) + b"\n\n")
    assert carrier.carried(str(file)) == told
    assert json.loads(told.p)["serial"] == 7
