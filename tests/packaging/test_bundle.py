"""The frozen program as IT receives it: whole, small, without what must not be in it, every file accounted for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import __version__
from installer import build, icons, notices, sbom
from installer import bundle as rules
from installer.linux import package

PAPERS = ("THIRD-PARTY-NOTICES.txt", "feltjournal.cdx.json")


def report(released: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((released / "selftest.json").read_text("utf-8"))
    return told


def test_the_frozen_program_proves_itself_by_exact_values(released: Path) -> None:
    told = report(released)
    assert (told["passed"], told["frozen"], told["version"]) == (True, True, __version__)
    said = {check["name"]: check["detail"] for check in told["checks"]}
    assert said["cipher"] == "SQLCipher 4.19.0 community"
    assert said["keychain"].startswith("keyring.backends.SecretService.Keyring")
    assert said["translation"] == "Annuller / 2 steder beholdt som hverdagssprog."
    assert said["fonts"] == "IBM Plex Sans"
    assert said["left-out"].startswith("none of")
    assert said["guard"].startswith("rules ")
    assert "+" in said["guard"]  # the language model runs, from the library that nothing imports
    assert said["holidays"] == "21 days"
    assert said["spelling"] == "Danish"


def test_the_frozen_window_was_drawn(released: Path) -> None:
    colours = next(c["detail"] for c in report(released)["checks"] if c["name"] == "window")
    assert int(colours.split()[-2]) > 100


def test_nothing_forbidden_dangling_or_too_large_is_in_it(bundle: Path) -> None:
    build.check_contents(bundle)
    names = [path.name for path in bundle.rglob("*")]
    assert not [
        name for name in names if name.startswith(("libgtk", "libsqlite3")) or name.endswith((".py", ".ts"))
    ]


def test_nothing_is_imported_before_the_programs_first_line_that_nobody_uses(bundle: Path) -> None:
    from PyInstaller.archive.readers import CArchiveReader  # type: ignore[import-untyped]

    entries = CArchiveReader(str(bundle / "feltjournal")).toc
    hooks = {name.removeprefix("pyi_rth_") for name in entries if name.startswith("pyi_rth_")}
    assert hooks == {"cryptography_openssl", "inspect", "pkgutil", "pyside6"}


def test_frozen_once_more_elsewhere_it_is_the_same_byte_for_byte(released: Path) -> None:
    build.again(released)


def test_every_library_has_an_owner_and_every_component_its_licence(released: Path, bundle: Path) -> None:
    document = json.loads((released / "feltjournal.cdx.json").read_text("utf-8"))
    told = {file["name"] for one in document["components"] for file in one.get("components", ())}
    assert told == {path.relative_to(bundle).as_posix() for path in sbom.native(bundle)}
    text = (bundle / PAPERS[0]).read_text("utf-8")
    assert not [
        one["name"] for one in document["components"] if f"\n{one['name']} {one['version']}\n" not in text
    ]
    for needed in ("GNU LESSER GENERAL PUBLIC LICENSE", "GNU GENERAL PUBLIC LICENSE", "ZETETIC LLC"):
        assert needed in text


def test_the_bill_of_materials_is_valid_cyclonedx(released: Path) -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = (released / "feltjournal.cdx.json").read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_a_library_nobody_claims_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libstranger.so").write_bytes(b"\x7fELF" + bytes(60))
    with pytest.raises(sbom.Ownerless, match=r"lib/libstranger\.so"):
        sbom.components(tmp_path, {}, frozenset())


def test_a_component_without_a_licence_text_stops_the_build() -> None:
    with pytest.raises(notices.TextMissing, match="stranger"):
        notices.whole([sbom.Component("stranger", "1", "MIT", "pkg:generic/stranger@1")])


def test_the_environment_must_be_what_the_lock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    build.check_environment()
    monkeypatch.setattr(build, "locked", lambda: {"urllib3": "0.0.1"})
    with pytest.raises(build.Refused, match="urllib3"):
        build.check_environment()


def test_what_the_package_depends_on_is_what_the_bundle_lacks(
    bundle: Path, tool: Callable[[str], str]
) -> None:
    tool("objdump")
    wanted = package.needed(bundle)
    assert "?" not in wanted
    assert set(wanted) == {one.split()[0] for one in package.DEPENDS}


def test_the_keychain_keeps_a_secret_for_the_frozen_program(bundle: Path, tool: Callable[[str], str]) -> None:
    """A real Secret Service, unlocked for this test alone."""
    keyring = f"echo -n prøve | {tool('gnome-keyring-daemon')} --unlock --components=secrets >/dev/null"
    command = f"{keyring}; {bundle / 'feltjournal'} --selftest --keychain"
    run = subprocess.run(
        [tool("dbus-run-session"), "--", "bash", "-c", command],
        env={"PATH": os.environ["PATH"], "HOME": str(bundle.parent), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    told = json.loads(run.stdout)
    last = told["checks"][-1]
    assert last == {
        "name": "keychain-round-trip", "ok": True, "detail": "keyring.backends.SecretService.Keyring"
    }  # fmt: skip


def test_the_frozen_console_tells_the_policies(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "policy.toml").write_text("idle_minutes = 2\n", "utf-8")
    command = [str(bundle / "feltjournalctl"), "policy", "--profile", str(tmp_path), "--json"]
    told = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    lines = {line["name"]: line for line in told["lines"]}
    assert (lines["idle_minutes"]["value"], lines["idle_minutes"]["layer"]) == (2, "user")


def test_whoever_replaces_qt_has_a_program_that_starts(released: Path, bundle: Path, tmp_path: Path) -> None:
    """The step that the notices and README-IT tell: other files of Qt, PySide6 and shiboken6, and no `files.dir`."""
    own = released / "own"
    shutil.copytree(bundle, own, symlinks=True, copy_function=os.link)
    for folder in ("PySide6", "shiboken6"):
        for file in sbom.native(own / "lib" / folder):
            changed = file.read_bytes() + b"changed"
            file.unlink()
            file.write_bytes(changed)
            file.chmod(0o755)
    shutil.rmtree(own / "lib" / "shiboken6" / "files.dir")
    build.prove(own, tmp_path / "selftest.json")
    shutil.rmtree(own)


def test_the_frozen_console_tells_the_service_desk_every_version(bundle: Path, tmp_path: Path) -> None:
    command = [str(bundle / "feltjournalctl"), "doctor", "--profile", str(tmp_path)]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    assert "versions.PySide6-Essentials: 6" in told
    assert "unknown" not in told


# --- the rules of what goes in, without a build --------------------------------------------------------------------------


def test_only_listed_plugins_and_translations_are_taken() -> None:
    def taken(place: str, kind: str = "BINARY") -> bool:
        return rules.allowed((place, place, kind))

    assert taken("PySide6/Qt/plugins/platforms/libqxcb.so")
    assert not taken("PySide6/Qt/plugins/platformthemes/libqgtk3.so")
    assert not taken("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so")
    assert not taken("PySide6/plugins/styles/qmodernwindowsstyle.dll")
    assert taken("PySide6/Qt/translations/qtbase_da.qm", "DATA")
    assert not taken("PySide6/Qt/translations/qtbase_fi.qm", "DATA")
    assert not taken("resources/i18n/feltjournal_da.ts", "DATA")
    assert not taken("dateutil/zoneinfo/dateutil-zoneinfo.tar.gz", "DATA")
    assert taken("resources/guard/lexicon.json", "DATA")
    assert not taken("resources/guard/lexicon/medication.tsv", "DATA")


def test_what_nothing_reaches_is_dropped_even_when_two_share_a_name() -> None:
    entries = [
        ("sqlcipher3/_sqlite3.so", "a", "EXTENSION"),
        ("lib-dynload/_sqlite3.so", "b", "BINARY"),
        ("libused.so", "c", "BINARY"),
        ("libidle.so", "d", "BINARY"),
        ("libidle.so.1", "libidle.so", "SYMLINK"),
    ]
    needs = {"a": ["libused.so"]}
    kept = rules.reachable(entries, lambda path: needs.get(path, []))
    assert [entry[0] for entry in kept] == ["sqlcipher3/_sqlite3.so", "libused.so"]


def test_a_tool_of_ours_is_not_part_of_the_program() -> None:
    assert rules.foreign("pytest")
    assert not rules.foreign("sqlalchemy.orm")
    assert not rules.foreign("json")


def test_a_systems_own_library_is_left_to_the_system() -> None:
    assert rules.of_the_system("/lib/x86_64-linux-gnu/libssl.so.3")
    assert rules.of_the_system("/usr/lib/x86_64-linux-gnu/libglib-2.0.so.0")
    assert not rules.of_the_system("/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert not rules.of_the_system("/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")
    assert not rules.of_the_system("/usr/lib/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so")
    assert not rules.of_the_system("/srv/venv/lib/python3.11/site-packages/PySide6/Qt/lib/libQt6Core.so.6")


def test_a_runtime_that_wheels_share_lies_where_all_of_them_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once in the folder of one wheel, it left the Windows program without its Danish dictionary."""
    found = ("numpy.libs\\msvcp140-a4.dll", "a", "BINARY")
    assert rules.shared(found) == found  # Linux finds it by the path in each library
    monkeypatch.setattr(sys, "platform", "win32")
    assert rules.shared(found) == ("msvcp140-a4.dll", "a", "BINARY")
    assert rules.shared(("PySide6\\MSVCP140.dll", "b", "BINARY"))[0] == "PySide6\\MSVCP140.dll"


def test_two_builds_are_compared_byte_by_byte(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "lib").mkdir(parents=True)
        (tmp_path / name / "lib" / "x").write_bytes(b"1")
        (tmp_path / name / "ctl").symlink_to("x")
    a, b = tmp_path / "a", tmp_path / "b"
    assert build.differing(a, b) == []
    (b / "lib" / "x").chmod(0o755)
    (b / "lib" / "y").write_bytes(b"")
    (b / "ctl").unlink()
    (b / "ctl").symlink_to("y")
    assert build.differing(a, b) == ["ctl", "lib/x", "lib/y"]


def test_the_icon_is_drawn_in_every_size(tmp_path: Path) -> None:
    pictures = icons.draw(tmp_path)
    assert sorted(pictures) == list(icons.SIZES)
    made = icons.ico(pictures)
    assert made[:6] == bytes([0, 0, 1, 0, len(icons.SIZES), 0])
    assert made.count(b"\x89PNG") == len(icons.SIZES)


def test_the_installed_program_starts_and_paints_its_window(bundle: Path, tmp_path: Path) -> None:
    """Not the self-test, which builds its own window, but the very way in that a user takes; twice, the second time with
    a look that was chosen: a start that died when the system was asked for its contrast was seen by no other test."""
    profile, ready = tmp_path / "profile", tmp_path / "ready"
    for choice in ("", '{"theme": "dark", "text_percent": 150}'):
        profile.mkdir(mode=0o700, exist_ok=True)
        ready.unlink(missing_ok=True)
        if choice:
            (profile / "settings.json").write_text(choice, "utf-8")
        with subprocess.Popen(
            [str(bundle / "feltjournal"), "--profile", str(profile)], cwd=tmp_path, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen",
                 "FELTJOURNAL_READY_FILE": str(ready)},
        ) as program:  # fmt: skip
            last = time.monotonic() + 120
            while not ready.exists() and program.poll() is None and time.monotonic() < last:
                time.sleep(0.05)
            painted = ready.exists()
            program.terminate()
            said = program.communicate(timeout=30)[0].decode()
        assert painted, said
        assert "Traceback" not in said
    assert not list((profile / "log").glob("*crash*"))
