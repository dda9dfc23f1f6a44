"""Defaults, then the policy, then the user; a policy that cannot be followed is never half followed."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from app import settings
from app.errors import PolicyDamaged
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
        (SERVER.replace("https", "http"), "server"),
        (SERVER.replace("https://", "https://anna:hemmeligt@"), "server"),
        (SERVER.replace(f'["{PIN}"]', "[]"), "server"),
        (SERVER.replace(f'["{PIN}"]', f'"{PIN}"'), "server"),
        (SERVER.replace(PIN, PIN[:-4]), "server"),
        (SERVER + 'proxy = "http://proxy"\n', "server"),
        (SERVER + 'zones = ["internet"]\n', "server"),
        (SERVER + 'chain = "no"\n', "server"),
        ("server = 7", "server"),
        ('[recovery]\nkid = "1"\n', "recovery"),
        ("idle_minutes = ", "policy.toml"),
    ],
)
def test_what_cannot_be_followed_is_named(profile: Path, machine: Path, text: str, key: str) -> None:
    write(machine, text)
    with pytest.raises(PolicyDamaged) as damaged:
        settings.load(profile, machine)
    assert damaged.value.key == key


def test_a_policy_that_is_no_text_is_damaged(profile: Path, machine: Path) -> None:
    machine.parent.mkdir()
    machine.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyDamaged):
        settings.load(profile, machine)


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
