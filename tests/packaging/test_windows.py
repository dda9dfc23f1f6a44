"""The MSI and its signatures, of a small bundle: the real program is built and tried by hand on Windows."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from app import __version__
from installer import icons
from installer.bundle import ROOT
from installer.windows import lock, msi, sign, version_info


def pe(words: bytes) -> bytes:
    """The smallest thing that has a Windows program's headers."""
    dos = b"MZ" + bytes(58) + (64).to_bytes(4, "little")
    coff = b"PE\0\0" + bytes.fromhex("6486") + bytes(14) + (240).to_bytes(2, "little") + bytes.fromhex("2200")
    optional = b"\x0b\x02" + bytes(106) + (16).to_bytes(4, "little") + bytes(128)
    return (dos + coff + optional + words).ljust(1024, b"\0")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    made = tmp_path / "feltjournal"
    (made / "lib" / "PySide6").mkdir(parents=True)
    (made / "feltjournal.exe").write_bytes(pe(b"program"))
    (made / "lib" / "PySide6" / "Qt6Core.dll").write_bytes(pe(b"library"))
    for number in range(8):
        (made / "lib" / f"fil {number} æøå.txt").write_text(f"nummer {number}", "utf-8")
    return made


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    made = tmp_path / "feltjournal.ico"
    made.write_bytes(icons.ico(icons.draw(tmp_path / "icons")))
    return made


def asked(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def rows(package: Path, table: str) -> list[list[str]]:
    told = asked("msiinfo", "export", str(package), table).splitlines()[3:]
    return [line.rstrip("\r").split("\t") for line in told]


@pytest.fixture
def package(small: Path, icon: Path, tmp_path: Path, tool: Callable[[str], str]) -> Path:
    for name in ("wixl", "msibuild", "msiinfo", "msiextract", "faketime"):
        tool(name)
    return msi.build(small, tmp_path, icon)


def test_the_package_says_by_its_name_that_nobody_vouches_for_it(package: Path) -> None:
    assert package.name == f"Feltjournal-{__version__}-x64-UNSIGNED.msi"


def test_what_is_unpacked_is_what_was_packed(package: Path, small: Path, tmp_path: Path) -> None:
    out = tmp_path / "unpacked"
    asked("msiextract", "-C", str(out), str(package))
    packed = sorted(path.read_bytes() for path in small.rglob("*") if path.is_file())
    assert sorted(path.read_bytes() for path in out.rglob("*") if path.is_file()) == packed


def test_the_package_upgrades_refuses_older_ones_and_runs_no_code_of_its_own(package: Path) -> None:
    upgrade = asked("msiinfo", "export", str(package), "Upgrade")
    assert msi.UPGRADE in upgrade
    assert "WIX_DOWNGRADE_DETECTED" in upgrade
    properties = dict(
        line.split("\t")[:2]
        for line in asked("msiinfo", "export", str(package), "Property").splitlines()
        if "\t" in line
    )
    assert properties["ALLUSERS"] == "1"
    assert properties["ProductCode"].strip("{}") == msi.product_code()
    assert (properties["MSIRMSHUTDOWN"], properties["REBOOT"]) == ("1", "ReallySuppress")
    assert rows(package, "CustomAction") == [["KeepServerUrl", "51", "SERVERURL", "[EARLIERSERVERURL]", ""]]
    registry = asked("msiinfo", "export", str(package), "Registry")
    assert "[SERVERURL]" in registry
    assert "Policies" not in registry


def test_an_upgrade_or_a_repair_without_an_address_keeps_the_one_there_is(package: Path) -> None:
    """As an installation would go through the tables; `installer/wine_proof.sh` does it."""
    assert rows(package, "AppSearch") == [["EARLIERSERVERURL", "EarlierServerUrl"]]
    in_the_64_bit_registry = "18"
    assert rows(package, "RegLocator") == [
        ["EarlierServerUrl", "2", "Software\\Feltjournal", "DefaultServerUrl", in_the_64_bit_registry]
    ]
    order = {
        action: (int(at), condition) for action, condition, at in rows(package, "InstallExecuteSequence")
    }
    looked, kept, removed, written = (
        order[action]
        for action in ("AppSearch", "KeepServerUrl", "RemoveExistingProducts", "WriteRegistryValues")
    )
    assert looked < kept < removed < written
    assert kept[1] == "NOT SERVERURL AND EARLIERSERVERURL"
    secure = dict(rows(package, "Property"))["SecureCustomProperties"].split(";")
    assert {"SERVERURL", "EARLIERSERVERURL"} <= set(secure)


def test_the_same_bundle_gives_the_same_package(
    package: Path, small: Path, icon: Path, tmp_path: Path
) -> None:
    other = tmp_path / "again"
    other.mkdir()
    assert msi.build(small, other, icon).read_bytes() == package.read_bytes()


def test_what_is_unsigned_is_signed_and_a_changed_byte_is_seen(
    small: Path, tool: Callable[[str], str]
) -> None:
    tool("osslsigncode")
    assert [path.name for path in sign.unsigned(small)] == ["feltjournal.exe", "Qt6Core.dll"]
    sign.sign(sign.unsigned(small))
    assert sign.unsigned(small) == []
    program = small / "feltjournal.exe"
    assert sign.intact(program)
    data = bytearray(program.read_bytes())
    data[330] ^= 1
    program.write_bytes(data)
    assert not sign.intact(program)


def test_the_package_itself_is_signed(package: Path, tool: Callable[[str], str]) -> None:
    tool("osslsigncode")
    sign.sign([package])
    assert sign.intact(package)


def test_a_real_signature_is_asked_of_whom_the_release_names(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told"
    monkeypatch.setenv("SIGN_CMD", f"cp -t {tmp_path}")
    sign.sign([small / "feltjournal.exe"])
    assert (tmp_path / "feltjournal.exe").exists()
    assert sign.for_release()
    assert not told.exists()


def test_windows_is_told_the_version() -> None:
    assert __version__ in version_info.text()


def test_a_windows_computer_gets_its_own_rows_of_the_lock() -> None:
    rows = lock.rows((ROOT / "requirements.lock").read_text("utf-8"))
    names = {row.split("==")[0].lower() for row in rows}
    assert {"pyside6-essentials", "sqlcipher3", "pywin32-ctypes", "numpy"} <= names
    assert not names & {"jeepney", "secretstorage"}
    assert all("--hash=sha256:" in row and ";" not in row for row in rows)
    assert len([row for row in rows if row.startswith("numpy==")]) == 1


def test_what_stands_in_for_windows_under_wine_is_in_no_package() -> None:
    stands_in = {path.stem for path in (ROOT / "tests" / "wine").glob("*.c")}
    assert stands_in == {"amx", "bcryptprimitives", "icuuc", "mscms", "venvlauncher"}
    # Part of a Python of the proof's own, which no package is made from; and loaded by Linux, not by Windows.
    stands_in -= {"venvlauncher", "amx"}
    script = (ROOT / "installer" / "wine_proof.sh").read_text("utf-8")
    assert all(f"-iname '{name}.dll'" in script for name in stands_in)
    for top in ("app", "ui", "resources", "server"):
        assert not [path for path in (ROOT / top).rglob("*") if path.stem.lower() in stands_in]


def test_the_proof_under_wine_is_a_script_bash_can_read() -> None:
    for name in ("wine_proof.sh", "wine_dev_proof.sh", "linux/fresh_root.sh"):
        script = ROOT / "installer" / name
        asked("bash", "-n", str(script))
        assert script.stat().st_mode & 0o111
    for name in ("wine_proof.sh", "wine_dev_proof.sh"):
        text = (ROOT / "installer" / name).read_text("utf-8")
        (steps,) = re.findall(r"^steps=\((.*)\)$", text, re.M)
        assert [step for step in steps.split() if f"\n{step}() {{" not in text] == []
