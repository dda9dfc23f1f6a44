"""Rules and models as a signed set: taken when whole and signed with the pinned key, else the built-in ones stay."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from app.errors import ListRefused
from app.guard import source
from app.services import guard_data
from app.services.guard_data import InForce
from app.settings import Settings

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PEM = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
PUBLIC = KEY.public_key().public_bytes_raw()
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(32)).public_key().public_bytes_raw()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set like the built-in one, with another word in its rules' version."""
    place = tmp_path_factory.mktemp("set")
    folder = place / "files"
    shutil.copytree(source.BUILT_IN, folder)
    (folder / "rules.json").write_text(json.dumps({"version": "kommunens egne"}), "utf-8")
    made = place / "vagt.fjguard"
    guard_data.pack(folder, made, version="2027-01 Aarhus", pem=PEM)
    return made


@pytest.fixture(autouse=True)
def built_in_again() -> object:
    yield
    source.use(source.BUILT_IN)


def _spoilt(package: Path, to: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(to, "w") as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    return to


def test_a_signed_set_takes_the_place_of_the_built_in_one(package: Path, tmp_path: Path) -> None:
    assert guard_data.begin(tmp_path, Settings(guard_key=PUBLIC)) == InForce()
    assert source.folder() == source.BUILT_IN
    assert guard_data.take(tmp_path, package, PUBLIC, tried=False) == "2027-01 Aarhus"
    assert guard_data.begin(tmp_path, Settings(guard_key=PUBLIC)) == InForce("2027-01 Aarhus")
    assert json.loads((source.folder() / "rules.json").read_text("utf-8"))["version"] == "kommunens egne"


def test_what_the_policy_names_is_fetched_once_and_again_when_it_is_another(
    package: Path, tmp_path: Path
) -> None:
    held = Settings(guard_key=PUBLIC, guard_file=str(package))
    assert guard_data.begin(tmp_path, held) == InForce("2027-01 Aarhus")
    taken = (tmp_path / "guard" / guard_data.MANIFEST).stat().st_mtime_ns
    assert guard_data.begin(tmp_path, held) == InForce("2027-01 Aarhus")
    assert (tmp_path / "guard" / guard_data.MANIFEST).stat().st_mtime_ns == taken
    away = Settings(guard_key=PUBLIC, guard_file=str(tmp_path / "gone.fjguard"))
    assert guard_data.begin(tmp_path, away) == InForce("2027-01 Aarhus", "reading")


@pytest.mark.parametrize("name", ["rules.json", "model.bin", "encoder.bin"])
def test_a_set_with_one_changed_file_is_refused(package: Path, tmp_path: Path, name: str) -> None:
    bad = _spoilt(package, tmp_path / "bad.fjguard", name, b"{}")
    with pytest.raises(ListRefused, match="signature"):
        guard_data.take(tmp_path, bad, PUBLIC)
    assert guard_data.begin(tmp_path, Settings(guard_key=PUBLIC)) == InForce()
    assert source.folder() == source.BUILT_IN


@pytest.mark.parametrize(("key", "reason"), [(OTHER, "signature"), (None, "key")])
def test_a_set_signed_by_another_or_with_no_key_named_is_refused(
    package: Path, tmp_path: Path, key: bytes | None, reason: str
) -> None:
    with pytest.raises(ListRefused, match=reason):
        guard_data.take(tmp_path, package, key)


@pytest.mark.parametrize("change", ["version", "format", "files", "kind"])
def test_the_head_of_a_set_is_signed_as_well(package: Path, tmp_path: Path, change: str) -> None:
    with zipfile.ZipFile(package) as archive:
        told = json.loads(archive.read(guard_data.MANIFEST))
    if change == "kind":
        told["kind"] = "code-list"
    else:
        told["body"][change] = {"version": "9999", "format": 2, "files": {}}[change]
    bad = _spoilt(package, tmp_path / "bad.fjguard", guard_data.MANIFEST, json.dumps(told).encode())
    with pytest.raises(ListRefused):
        guard_data.take(tmp_path, bad, PUBLIC)


def test_a_file_spoilt_after_it_was_taken_leaves_the_built_in_set_in_force(
    package: Path, tmp_path: Path
) -> None:
    guard_data.take(tmp_path, package, PUBLIC, tried=False)
    (tmp_path / "guard" / "ordinary.txt").write_text("skizofreni", "utf-8")
    assert guard_data.begin(tmp_path, Settings(guard_key=PUBLIC)) == InForce(refused="signature")
    assert source.folder() == source.BUILT_IN


def test_a_set_by_which_the_guard_stops_nothing_is_not_signed(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    shutil.copytree(source.BUILT_IN, folder)
    (folder / "lexicon.json").write_text("[]", "utf-8")
    (folder / "encoder.bin").write_bytes(b"x")
    with pytest.raises(ListRefused, match="reading"):
        guard_data.pack(folder, tmp_path / "x.fjguard", version="x", pem=PEM)


def test_the_console_says_which_set_holds_and_which_is_refused(package: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text(f'[guard]\nkey = "{base64.b64encode(PUBLIC).decode()}"\n', "utf-8")
    bad = _spoilt(package, tmp_path / "bad.fjguard", "names.txt", b"")
    assert _console("take", str(bad), "--profile", str(tmp_path)).returncode == 1
    assert _console("take", str(package), "--profile", str(tmp_path)).returncode == 0
    said = json.loads(_console("health", "--json", "--profile", str(tmp_path)).stdout)
    assert (said["data"], said["rules_version"], said["refused"]) == ("2027-01 Aarhus", "kommunens egne", "")


def _console(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "app.ctl", "guard", *arguments]
    return subprocess.run(
        command, capture_output=True, cwd=Path(__file__).parents[2], timeout=120, check=False
    )
