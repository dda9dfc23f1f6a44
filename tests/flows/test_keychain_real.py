"""A real Secret Service on a private bus: every state it can be in is told apart, none makes a new key."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.vault.keychain import SystemKeychain
from tests.keychain_session import SECRET

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the Secret Service is Linux's")

ROOT = Path(__file__).parents[2]
SERVICE = "org.freedesktop.Secret.Service"
_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/>{rule}</policy></busconfig>"""
_DENY = '<deny send_interface="org.freedesktop.Secret.Service"/><deny send_interface="org.freedesktop.Secret.Item"/>'


class Session:
    """A login of its own: home, keyrings and bus."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.place = folder / "v" / ("5e" * 16)
        self.keyrings = folder / "share" / "keyrings"

    def ask(
        self, *questions: str, login: str | None = "ci-pass", rule: str = "", bus: bool = True
    ) -> list[object]:
        """The answers of `tests.keychain_session`; no `login` means no service on the bus."""
        script = f'exec "{sys.executable}" -m tests.keychain_session "{self.place}" {" ".join(questions)}'
        if login is not None:
            script = (
                f"gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 "
                f"<<< {login} & export SERVICE_PID=$!\n"
                "for _ in $(seq 100); do dbus-send --session --print-reply --dest=org.freedesktop.DBus / "
                "org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true && break; "
                "sleep 0.05; done\n" + script
            )
        command = ["bash", "-c", script]
        if bus:
            config = self.folder / "bus.conf"
            config.write_text(_BUS.format(rule=rule))
            command = ["dbus-run-session", f"--config-file={config}", "--", *command]
        ran = subprocess.run(
            command,
            cwd=ROOT,
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        return [json.loads(line) for line in ran.stdout.splitlines()]

    def _environment(self) -> dict[str, str]:
        own = {
            "HOME": self.folder,
            "XDG_DATA_HOME": self.folder / "share",
            "XDG_RUNTIME_DIR": self.folder / "run",
        }
        kept = ("PATH", "LANG", "PYTHONPATH", "VIRTUAL_ENV")
        trap = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}  # must change nothing
        return (
            {n: os.environ[n] for n in kept if n in os.environ} | {n: str(p) for n, p in own.items()} | trap
        )


@pytest.fixture
def session() -> Iterator[Session]:
    missing = [
        tool for tool in ("dbus-run-session", "dbus-send", "gnome-keyring-daemon") if not shutil.which(tool)
    ]
    assert not missing, f"apt-get install gnome-keyring dbus: {missing} not here"
    # Not tmp_path: a socket's name may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="fj-") as folder:
        for name in ("run", "share"):
            (Path(folder) / name).mkdir(mode=0o700)
        yield Session(Path(folder))


def test_an_unlocked_keyring_keeps_the_secret_across_logins(session: Session) -> None:
    assert session.ask("roundtrip") == [[None, True, None]]
    assert session.ask("get") == [SECRET.hex()]


def test_a_locked_keyring_says_so(session: Session) -> None:
    assert session.ask("roundtrip") == [[None, True, None]]
    assert session.ask("get", login="wrong") == ["KeychainLocked"]


def test_no_bus_and_no_service_are_an_absent_keychain(session: Session) -> None:
    assert session.ask("get", "create", login=None, bus=False) == ["KeychainAbsent", "KeychainAbsent"]
    assert session.ask("get", "create", login=None) == ["KeychainAbsent", "KeychainAbsent"]
    assert not session.place.exists()


def test_a_service_that_refuses_is_no_empty_keychain(session: Session) -> None:
    assert session.ask("roundtrip") == [[None, True, None]]
    assert session.ask("get", rule=_DENY) == ["KeychainDenied"]


def test_a_service_that_hangs_is_not_waited_for_for_ever(session: Session) -> None:
    assert session.ask("roundtrip", "hang", "get") == [[None, True, None], "KeychainLocked", SECRET.hex()]


def test_a_vault_lives_on_the_real_keychain_and_nothing_is_made_anew_when_it_is_gone(
    session: Session,
) -> None:
    assert session.ask("create", "open") == ["made", "open"]
    files = {path.name: path.read_bytes() for path in session.place.glob("vault.fjk*")}
    assert session.ask("open", login="wrong") == ["KeychainLocked"]
    assert session.ask("open", login=None) == ["KeychainAbsent"]
    shutil.rmtree(session.keyrings)
    expected = f"DeviceSecretMissing:{SystemKeychain().name}"
    assert session.ask("open", "open") == [expected, expected]
    assert {path.name: path.read_bytes() for path in session.place.glob("vault.fjk*")} == files


def test_creating_over_a_locked_keyring_leaves_nothing_behind(session: Session) -> None:
    session.ask("roundtrip")
    assert session.ask("create", login="wrong") == ["KeychainLocked"]
    assert not list(session.folder.glob("v/*"))
    assert session.ask("create", "open") == ["made", "open"]


def test_each_state_of_a_real_keyring_is_another_sentence_on_the_locked_screen(session: Session) -> None:
    """Unlocked, denied, locked, no service, and an entry that is gone: five answers, and never a new journal or key."""
    assert session.ask("create") == ["made"]
    files = {path.name: path.read_bytes() for path in session.place.glob("vault.fjk*")}
    answers = [
        *session.ask("screen"),
        *session.ask("screen", rule=_DENY),
        *session.ask("screen", login="wrong"),
        *session.ask("screen", login=None),
    ]
    shutil.rmtree(session.keyrings)
    answers += session.ask("screen")
    said = [answer[0] for answer in answers if isinstance(answer, list)]
    expected = [
        "the journal",
        "gav ikke adgang",
        "nøglering er låst",
        "nøglering svarer ikke",
        "egen nøgle mangler",
    ]
    assert len(set(said)) == 5
    assert all(part in one for part, one in zip(expected, said, strict=True)), said
    assert not any(
        "Opret" in button for answer in answers if isinstance(answer, list) for button in answer[1]
    )
    assert {path.name: path.read_bytes() for path in session.place.glob("vault.fjk*")} == files
