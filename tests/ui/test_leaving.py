"""Nobody at the computer: the right moments are noticed, and after them no copy of a key or a note is in memory."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from ctypes import wintypes
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from pytestqt.qtbot import QtBot

from app.settings import Settings
from app.vault.vault import Vault
from tests.leaving_child import SENTINEL
from tests.vault_parts import NOW, keychain_of, open_vault
from ui import away, program
from ui.away import CLOCK, SESSION, SLEEP, jumped, windows_reason
from ui.policy import InForce
from ui.theme import Theme
from ui.window.leaving import Leaving

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


class Heard(QObject):
    """In the place of `Away`: what it would say, and whether the computer may sleep."""

    gone = Signal(str)
    slept = False

    def let_go(self) -> None:
        self.slept = True


@pytest.mark.parametrize(
    ("kind", "message", "wparam", "said"),
    [
        (b"windows_generic_MSG", away.WM_POWERBROADCAST, away.PBT_APMSUSPEND, [SLEEP]),
        (b"windows_dispatcher_MSG", away.WM_WTSSESSION_CHANGE, away.WTS_SESSION_LOCK, [SESSION]),
        (b"windows_generic_MSG", 0x0100, 0, []),
        (b"xcb_generic_event_t", away.WM_POWERBROADCAST, away.PBT_APMSUSPEND, []),
    ],
)
def test_the_filter_reads_windows_own_message_and_lets_it_pass(
    qapp: object, kind: bytes, message: int, wparam: int, said: list[str]
) -> None:
    del qapp
    there, heard = Heard(), list[str]()
    there.gone.connect(heard.append)
    told = wintypes.MSG(message=message, wParam=wparam)
    passed = away._Messages(cast("Any", there)).nativeEventFilter(kind, ctypes.addressof(told))
    assert passed == (False, 0)
    assert heard == said


@pytest.mark.parametrize("how", ["suspend", "session", "clock", "a quarter of an hour behind the lock"])
def test_every_way_of_leaving_locks_closes_the_file_and_then_replaces_the_process(
    qtbot: QtBot, look: Theme, vault: Vault, vault_place: Path, how: str
) -> None:
    vault.close()
    window, work = program.build(
        vault_place.parent.parent,
        keychain=lambda: keychain_of(vault_place),
        held=InForce(Settings()),
        now=lambda: NOW,
    )
    there, replaced = Heard(), list[tuple[object, bool]]()
    leaving = Leaving(
        window, work, cast("Any", there), ["feltjournal"],
        replace=lambda command: replaced.append((list(command), work.is_closed)),
    )  # fmt: skip
    with qtbot.waitSignal(work.unlocked, timeout=20_000):
        work.unlock(work, lambda: open_vault(vault_place), lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: window._workspace is not None, timeout=60_000)
    assert not leaving._after.isActive()
    if how.startswith("a quarter"):
        window.lock()
        assert leaving._after.isActive()
        assert leaving._after.interval() == 15 * 60_000
        assert replaced == [], "a lock by hand keeps the program"
        leaving._after.timeout.emit()
    else:
        there.gone.emit({"suspend": SLEEP, "session": SESSION, "clock": CLOCK}[how])
    qtbot.waitUntil(lambda: bool(replaced), timeout=20_000)
    assert replaced == [(["feltjournal"], True)], "the file is closed first"
    work.stop()
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
        self.emit(_EMIT)

    def emit(self, script: str) -> None:
        subprocess.run([SYSTEM_PYTHON, "-c", script], env=self._plain(), check=True, cwd="/")

    def asked(self, member: str) -> str:
        """What logind answers."""
        command = [
            "dbus-send",
            "--system",
            "--print-reply",
            "--dest=org.freedesktop.login1",
            "/org/freedesktop/login1",
        ]
        ran = subprocess.run(
            [*command, f"org.freedesktop.login1.Manager.{member}"], env=self._plain(), capture_output=True, text=True,
            check=True,
        )  # fmt: skip
        return ran.stdout

    def close(self) -> None:
        for process in (self._logind, self._bus):
            process.kill()
            process.communicate()

    def _plain(self) -> dict[str, str]:
        return {name: value for name, value in self.environment.items() if not name.startswith("PYTHON")}

    def _wait_for_logind(self) -> None:
        """Its name is there before its methods are."""
        asked = "dbus-send --system --print-reply --dest=org.freedesktop.login1 /org/freedesktop/login1 "
        asked += "org.freedesktop.login1.Manager.ListInhibitors"
        until = time.monotonic() + 20
        while time.monotonic() < until:
            ran = subprocess.run(
                asked.split(), env=self._plain(), capture_output=True, text=True, check=False
            )
            if ran.returncode == 0:
                return
            threading.Event().wait(0.05)
        raise AssertionError("apt-get install python3-dbusmock: no logind on the bus")


@pytest.fixture
def login(tmp_path: Path) -> Iterator[Login]:
    assert shutil.which("dbus-daemon"), "apt-get install dbus"
    made = Login(tmp_path)
    yield made
    made.close()


_LISTEN = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.away import Away
app = QCoreApplication([])
away = Away(app)
away.gone.connect(lambda reason: print(reason, flush=True))
away.listen()
print("ready", flush=True)
app.exec()
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="logind is Linux's")
def test_logind_is_heard_for_a_suspend_and_for_a_lock_and_is_held_up_meanwhile(login: Login) -> None:
    lock = _EMIT.replace("Manager', 'PrepareForSleep', 'b', [True]", "Session', 'Lock', '', []")
    with subprocess.Popen(
        [sys.executable, "-c", _LISTEN], env=login.environment, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as listener:
        assert listener.stdout is not None
        try:
            assert listener.stdout.readline() == "ready\n"
            assert "Feltjournal" in login.asked("ListInhibitors"), (
                "the suspend waits until the journal is locked"
            )
            login.fall_asleep()
            assert listener.stdout.readline() == f"{SLEEP}\n"
            login.emit(lock)
            assert listener.stdout.readline() == f"{SESSION}\n"
        finally:
            listener.kill()


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
