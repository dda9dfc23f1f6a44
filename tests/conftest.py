"""What every test stands on: an offscreen window system, quiet logs, nothing left running."""

from __future__ import annotations

import gc
import logging
import os
import re
import threading
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from app.spelling.speller import THREAD

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.vault.vault import Vault
    from ui.collecting import Collector

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# `dev` finds the same things every time; `nightly` looks for new ones. A slow computer is no counter-example.
settings.register_profile("dev", derandomize=True, max_examples=25, stateful_step_count=30, deadline=None)
settings.register_profile("ci", derandomize=True, max_examples=60, stateful_step_count=40, deadline=None)
settings.register_profile(
    "nightly",
    max_examples=1000,
    stateful_step_count=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

# Day 1-31, or 61-91 in the numbers tests are allowed to use.
_CPR = re.compile(r"(?<!\d)(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\d)")
_FORMATTER = logging.Formatter()


def pytest_collection_finish() -> None:
    """What was imported by now stays: set aside, the collector and the search for timers need not walk it each time."""
    gc.collect()
    gc.freeze()


def _whole(record: logging.LogRecord) -> str:
    return _FORMATTER.format(record)


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test fails if it logs a warning it did not announce, or anything shaped like a CPR number."""
    caplog.set_level(logging.DEBUG)
    yield
    spoken = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    assert not [r.name for r in spoken if _CPR.search(_whole(r))], "a CPR-like number was logged"
    if not request.node.get_closest_marker("logs_warning"):
        assert not [f"{r.name}: {_whole(r)}" for r in spoken if r.levelno >= logging.WARNING]


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    # A thread of Qt's that once ran Python is listed as "Dummy" for ever; those that read words live with the program.
    lasting = ("Dummy", THREAD, "door")
    started = [t for t in threading.enumerate() if t not in before and not t.name.startswith(lasting)]
    last = time.monotonic() + 2
    for thread in started:
        thread.join(max(0.0, last - time.monotonic()))
    assert not [thread.name for thread in started if thread.is_alive()], "the test left a thread running"


@pytest.fixture(autouse=True)
def no_window_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Unit tests never import Qt, so neither does this."""
    if "qapp" not in request.fixturenames:
        yield
        return
    collector = _collector(request.getfixturevalue("qapp"))
    collector.start()  # as in the program: no worker destroys a widget
    yield
    collector.stop()
    _drain()
    if _living():
        gc.collect()
        _drain()
    assert not [repr(thing) for thing in _living()], "the test left a window or a running timer"


@pytest.fixture
def vault_place(tmp_path: Path) -> Path:
    """Where a vault may be made; nothing is there yet."""
    return tmp_path / "v" / ("5e" * 16)


@pytest.fixture
def vault(vault_place: Path) -> Iterator[Vault]:
    """A real encrypted vault of this version, open and empty, with a cheap key derivation."""
    from tests.vault_parts import new_vault

    made = new_vault(vault_place)
    yield made
    made.close()


@cache
def _collector(app: QObject) -> Collector:
    from ui.collecting import Collector

    return Collector(app)


def _living() -> list[object]:
    return [*_windows(), *_timers()]


def _windows() -> list[object]:
    from PySide6.QtWidgets import QApplication

    return [window for window in QApplication.topLevelWidgets() if type(window).__name__ != "QTipLabel"]


def _timers() -> list[object]:
    from PySide6.QtCore import QTimer
    from shiboken6 import isValid

    found = [thing for thing in gc.get_objects() if issubclass(type(thing), QTimer)]
    return [timer for timer in found if isValid(timer) and timer.isActive()]


def _drain() -> None:
    """Carry out every `deleteLater` that waits for an event loop."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
