"""A computer that IT has made ready enrols by itself, once; what others may read or write is not believed."""

from __future__ import annotations

import getpass
import json
import logging
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import CodeUsed, NotOnNetwork
from app.services import enrol, provisioning
from app.services.provisioning import Prepared
from tests.parts import Jobcenter
from tests.sync.consultant import Consultant, now

pytestmark = pytest.mark.day


@pytest.fixture
def newcomer(tmp_path: Path) -> Iterator[Consultant]:
    made = Consultant.new(tmp_path)
    yield made
    made.vault.close()


@pytest.fixture
def laid(office: Jobcenter, tmp_path: Path) -> Path:
    """What the server's own command wrote, in the user's profile."""
    profile = tmp_path / "profile"
    profile.mkdir()
    done = office.run(
        "enrol-code", "--person", f"anna-{uuid.uuid4().hex[:8]}", "--name", "Anna Prøve", "--url", office.url,
        "--file", str(profile / provisioning.FILE),
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    return profile


def found(profile: Path) -> Prepared:
    prepared = provisioning.find(profile, profile / "no-machine")
    assert prepared is not None
    return prepared


def test_the_file_enrols_without_anybody_typing_and_is_gone_afterwards(
    laid: Path, newcomer: Consultant
) -> None:
    prepared = found(laid)
    assert prepared.path.stat().st_mode & 0o777 == 0o600
    assert prepared.invitation not in repr(prepared)
    done = provisioning.use(newcomer.vault, newcomer.settings, prepared, machine="prøve-pc", now=now())
    assert done.identity.feed_name == prepared.jobcenter
    assert done.identity.name == "Anna Prøve"
    assert provisioning.find(laid, laid / "no-machine") is None
    assert newcomer.sync().stopped is None


def test_it_enrols_one_computer_only(laid: Path, newcomer: Consultant, tmp_path: Path) -> None:
    prepared = found(laid)
    copy = laid / "copy"
    copy.mkdir()
    (copy / provisioning.FILE).write_bytes(prepared.path.read_bytes())
    (copy / provisioning.FILE).chmod(0o600)
    provisioning.use(newcomer.vault, newcomer.settings, prepared, machine="prøve-pc", now=now())
    other = Consultant.new(tmp_path / "other")
    try:
        with pytest.raises(CodeUsed):
            provisioning.use(other.vault, other.settings, found(copy), machine="anden-pc", now=now())
        assert provisioning.find(copy, copy / "no-machine") is None
        assert enrol.identity(other.vault).feed_name is None
    finally:
        other.vault.close()


def test_without_the_network_it_waits_for_another_day(laid: Path, newcomer: Consultant) -> None:
    prepared = found(laid)
    told = json.loads(prepared.path.read_text("utf-8"))
    packed = told["invitation"].removeprefix("fj1.")
    away = enrol._invitation("fj1." + packed) | {"url": "https://127.0.0.1:9"}
    text = "fj1." + enrol._b64url(json.dumps(away).encode())
    elsewhere = Prepared(prepared.jobcenter, prepared.path, text)
    with pytest.raises(NotOnNetwork):
        provisioning.use(newcomer.vault, newcomer.settings, elsewhere, machine="prøve-pc", now=now())
    assert found(laid) == prepared


@pytest.mark.logs_warning
@pytest.mark.parametrize("mode", [0o604, 0o620, 0o602])
def test_what_others_may_read_or_write_is_not_believed(
    laid: Path, mode: int, caplog: pytest.LogCaptureFixture
) -> None:
    (laid / provisioning.FILE).chmod(mode)
    with caplog.at_level(logging.WARNING):
        assert provisioning.find(laid, laid / "no-machine") is None
    assert "provisioning" in caplog.text


@pytest.mark.logs_warning
@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "[" * 16_000, '{"jobcenter": 1, "invitation": "x"}', '{"jobcenter": "\\u0000", "invitation": "x"}'],
)  # fmt: skip
def test_a_spoilt_file_stops_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / provisioning.FILE
    file.write_text(text, "utf-8")
    file.chmod(0o600)
    assert provisioning.find(tmp_path, tmp_path / "no-machine") is None


@pytest.mark.logs_warning
def test_a_folder_nobody_may_look_into_stops_nothing(tmp_path: Path) -> None:
    """A name no system takes stands for a folder that root closed to its users: asking fails the same way."""
    assert provisioning.find(tmp_path, tmp_path / ("x" * 300)) is None


def test_on_linux_it_may_lie_beside_the_machines_policy(tmp_path: Path) -> None:
    machine = tmp_path / "enrol"
    machine.mkdir()
    file = machine / f"{getpass.getuser()}.json"
    file.write_text(json.dumps({"jobcenter": "Jobcenter Prøveby", "invitation": "fj1.x"}), "utf-8")
    file.chmod(0o640)
    prepared = provisioning.find(tmp_path, machine)
    assert prepared is not None
    assert prepared.jobcenter == "Jobcenter Prøveby"
