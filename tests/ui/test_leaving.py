"""Nobody at the computer: the right moments are noticed, and after them no copy of a key or a note is in memory."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.vault.vault import Vault
from tests.leaving_child import SENTINEL
from ui import away
from ui.away import CLOCK, SESSION, SLEEP, jumped, windows_reason

pytestmark = pytest.mark.screen

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
_EMIT = (
    "import dbus, sys; bus = dbus.SystemBus(); "
    "mock = dbus.Interface(bus.get_object('org.freedesktop.login1', '/org/freedesktop/login1'), "
    "'org.freedesktop.DBus.Mock'); "
    "mock.EmitSignal('org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', [True])"
)


@pytest.mark.parametrize(
    ("message", "wparam", "reason"),
    [
        (away.WM_POWERBROADCAST, away.PBT_APMSUSPEND, SLEEP),
        (away.WM_POWERBROADCAST, 0x12, None),  # awake again
        (away.WM_WTSSESSION_CHANGE, away.WTS_SESSION_LOCK, SESSION),
        (away.WM_WTSSESSION_CHANGE, away.WTS_SESSION_LOGOFF, SESSION),
        (away.WM_WTSSESSION_CHANGE, away.WTS_REMOTE_DISCONNECT, SESSION),
        (away.WM_WTSSESSION_CHANGE, 0x8, None),  # unlocked
        (0x0100, away.WTS_SESSION_LOCK, None),  # a key
    ],
)
def test_windows_messages_are_read_as_they_are_meant(message: int, wparam: int, reason: str | None) -> None:
    assert windows_reason(message, wparam) == reason


def test_a_clock_that_ran_on_without_the_program_means_that_nobody_was_there() -> None:
    assert jumped(3600.0, 10.0)
    assert jumped(-3600.0, 10.0)
    assert not jumped(11.0, 10.0)
    assert CLOCK


class Login:
    """A system bus with a logind of its own."""

    def __init__(self, folder: Path) -> None:
        self._bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address=unix:path={folder}/bus"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self._bus.stdout is not None
        address = self._bus.stdout.readline().strip()
        self.environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": address, "PYTHONPATH": str(ROOT)}
        self._logind = subprocess.Popen(
            [SYSTEM_PYTHON, "-m", "dbusmock", "--system", "--template", "logind"],
            env=self._plain(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        self._wait_for_logind()

    def fall_asleep(self) -> None:
        subprocess.run([SYSTEM_PYTHON, "-c", _EMIT], env=self._plain(), check=True, cwd="/")

    def close(self) -> None:
        for process in (self._logind, self._bus):
            process.kill()
            process.communicate()

    def _plain(self) -> dict[str, str]:
        return {name: value for name, value in self.environment.items() if not name.startswith("PYTHON")}

    def _wait_for_logind(self) -> None:
        asked = (
            "dbus-send --system --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner "
            "string:org.freedesktop.login1"
        )
        until = time.monotonic() + 20
        while time.monotonic() < until:
            ran = subprocess.run(
                asked.split(), env=self._plain(), capture_output=True, text=True, check=False
            )
            if "true" in ran.stdout:
                return
            threading.Event().wait(0.05)
        raise AssertionError("apt-get install python3-dbusmock: no logind on the bus")


@pytest.fixture
def login(tmp_path: Path) -> Iterator[Login]:
    assert shutil.which("dbus-daemon"), "apt-get install dbus"
    made = Login(tmp_path)
    yield made
    made.close()


def _copies(pid: int, needles: dict[str, bytes]) -> dict[str, int]:
    """How often each stands in the memory of another process, counted from outside."""
    found = dict.fromkeys(needles, 0)
    maps = Path(f"/proc/{pid}/maps").read_text("utf-8", "replace").splitlines()
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if match is None or "[v" in line:
                continue
            start, end = int(match[1], 16), int(match[2], 16)
            try:
                memory.seek(start)
                held = memory.read(end - start)
            except (OSError, OverflowError, ValueError):
                continue
            for name, needle in needles.items():
                found[name] += held.count(needle)
    return found


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="logind and /proc are Linux's")
def test_after_a_suspend_no_key_and_no_note_is_left_in_memory(
    vault: Vault, vault_place: Path, login: Login
) -> None:
    assert vault._key is not None
    needles = {
        "key": vault._key.hex().encode(),
        "note": SENTINEL.encode(),
        "wide": SENTINEL.encode("utf-16-le"),
    }
    vault.close()
    child: Any = subprocess.Popen(
        [sys.executable, "-m", "tests.leaving_child", str(vault_place), "open"],
        env=login.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert child.stdout.readline() == "open\n"
        while_open = _copies(child.pid, needles)
        assert while_open["key"] > 0
        assert while_open["note"] + while_open["wide"] > 0
        login.fall_asleep()
        assert child.stdout.readline() == "locked\n"
        assert _copies(child.pid, needles) == {"key": 0, "note": 0, "wide": 0}
    finally:
        child.kill()
        child.communicate()
