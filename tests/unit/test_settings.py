"""Defaults, then the policy, then the user; what of a policy cannot be followed is told and falls to the stricter side."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from app import settings
from app.settings import Settings

PIN = base64.b64encode(bytes(32)).decode()
SERVER = f'[server]\nurl = "https://felt.kommune.example:8443"\npins = ["{PIN}"]\nkey = "{PIN}"\n'


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "machine" / "policy.toml"


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    made = tmp_path / "profile"
    made.mkdir()
    return made


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def test_without_any_file_the_defaults_hold(profile: Path, machine: Path) -> None:
    assert settings.load(profile, machine) == Settings()


def test_a_policy_names_the_server_and_its_pins(profile: Path, machine: Path) -> None:
    write(machine, 'org_label = "Prøveby Kommune"\nidle_minutes = 3\n' + SERVER)
    found = settings.load(profile, machine)
    assert (found.org_label, found.idle_minutes) == ("Prøveby Kommune", 3)
    assert found.server is not None
    assert (found.server.pins, found.server.key, found.server.zones) == (
        (bytes(32),),
        bytes(32),
        ("lan", "vpn"),
    )
    assert settings.server_of(settings.server_told(found.server)) == found.server


def test_the_profiles_policy_only_adds_what_the_machines_leaves_open(profile: Path, machine: Path) -> None:
    write(machine, "idle_minutes = 3\n")
    write(profile / settings.POLICY, "idle_minutes = 15\n" + SERVER)
    found = settings.load(profile, machine)
    assert found.idle_minutes == 3
    assert found.server is not None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("idle_minutes = 0", "idle_minutes"),
        ("idle_minutes = 16", "idle_minutes"),
        ("idle_minutes = true", "idle_minutes"),
        ('idle_minutes = "5"', "idle_minutes"),
        ("idle_minuts = 5", "idle_minuts"),
        ('gate = "open"', "gate"),
        ('participant_word = "patient"', "participant_word"),
        (SERVER.replace("https", "http"), "server.url"),
        (SERVER.replace("https://", "https://anna:hemmeligt@"), "server.url"),
        (SERVER.replace(f'["{PIN}"]', "[]"), "server.pins"),
        (SERVER.replace(f'["{PIN}"]', f'"{PIN}"'), "server.pins"),
        (SERVER.replace(f'key = "{PIN}"', f'key = "{PIN[:-4]}"'), "server.key"),
        (SERVER + 'proxy = "http://proxy"\n', "server.proxy"),
        (SERVER + 'zones = ["internet"]\n', "server.zones"),
        (SERVER + 'chain = "no"\n', "server.chain"),
        ("server = 7", "server"),
        ('[recovery]\nkey = "1"\n', "recovery.key"),
        ("allow_export = 0", "allow_export"),
    ],
)
def test_what_cannot_be_followed_is_named_and_stops_nothing(
    profile: Path, machine: Path, text: str, key: str
) -> None:
    write(machine, text)
    found = settings.load(profile, machine)
    assert [problem.name for problem in found.problems] == [key]


@pytest.mark.parametrize("data", [b"idle_minutes = ", b"\xff\xfe\x00"])
def test_of_a_file_that_cannot_be_read_the_stricter_side_of_everything_holds(
    profile: Path, machine: Path, data: bytes
) -> None:
    machine.parent.mkdir()
    machine.write_bytes(data)
    found = settings.load(profile, machine)
    assert found.problems[0].name == str(machine)
    allowed = (found.allow_export, found.allow_print, found.allow_clipboard, found.allow_screenshots)
    assert allowed == (False, False, False, False)
    assert (found.server, found.guard_overrides, found.recovery_required) == (None, False, True)
    assert found.theme == "system"


@pytest.mark.parametrize("mode", [0o664, 0o646])
def test_a_machine_policy_that_others_may_write_is_believed_in_nothing(
    profile: Path, machine: Path, mode: int
) -> None:
    write(machine, SERVER + "idle_minutes = 15\n")
    machine.chmod(mode)
    found = settings.load(profile, machine)
    assert (found.server, found.idle_minutes, found.allow_export) == (None, 5, False)


def test_an_address_alone_is_no_server(profile: Path, machine: Path) -> None:
    write(machine, '[server]\nurl = "https://felt.kommune.example:8443/"\n')
    found = settings.load(profile, machine)
    assert (found.server, found.server_url) == (None, "https://felt.kommune.example:8443")


def test_the_environment_decides_nothing(
    profile: Path, machine: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = settings.machine_policy()
    for name in ("FELTJOURNAL_POLICY", "FELTJOURNAL_SERVER", "PROGRAMDATA", "XDG_CONFIG_DIRS", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    assert settings.machine_policy() == before
    assert settings.load(profile, machine) == Settings()


def test_the_user_chooses_what_is_open(profile: Path, machine: Path) -> None:
    settings.choose(profile, Settings(), theme="dark", text_percent=150, gate="open")
    found = settings.load(profile, machine)
    assert (found.theme, found.text_percent, found.gate) == ("dark", 150, "none")


def test_the_user_may_lock_sooner_than_the_policy_but_not_later(profile: Path, machine: Path) -> None:
    write(machine, "idle_minutes = 4\n")
    for asked, got in ((2, 2), (9, 4)):
        write(profile / settings.CHOICES, json.dumps({"idle_minutes": asked}))
        assert settings.load(profile, machine).idle_minutes == got


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": 7}', '{"idle_minutes": 99, "gate": "x"}'])
def test_a_spoilt_choice_is_passed_over(profile: Path, machine: Path, text: str) -> None:
    write(profile / settings.CHOICES, text)
    assert settings.load(profile, machine) == Settings()
