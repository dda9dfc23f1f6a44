"""Whatever a worker makes, rings of widgets are let go of in the GUI thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import collecting
from ui.collecting import Collector, generation_due


class _Ring(QWidget):
    """Holds itself; tells in which thread it went."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        super().__init__()
        self.me, self._gone = self, gone

    def __del__(self) -> None:
        self._gone.append(threading.current_thread())


@contextmanager
def _busy_worker(objects: int) -> Iterator[None]:
    """A thread that has made so many small objects, as one that reads a long note."""
    kept: list[list[object]] = []
    thread = threading.Thread(target=lambda: kept.extend([] for _ in range(objects)))
    thread.start()
    thread.join()
    yield


def test_a_worker_that_makes_many_objects_destroys_no_widget(qtbot: QtBot) -> None:
    gone: list[threading.Thread] = []
    gc.collect()
    _Ring(gone)
    with _busy_worker(10 * gc.get_threshold()[0]):
        assert gone == []
        qtbot.waitUntil(lambda: len(gone) == 1, timeout=10_000)
    assert gone == [threading.main_thread()]


def _turns(ticks: int, *, at_work: bool = False) -> list[int]:
    """Which generations are collected when a generation's worth of objects is made between one look and the next."""
    seen: list[int] = []
    kept: list[list[object]] = []
    gc.collect()
    for _ in range(ticks):
        kept += [[] for _ in range(gc.get_threshold()[0] + 1)]
        if (due := generation_due(at_work=at_work)) is not None:
            seen.append(due)
            gc.collect(due)
    return seen


@pytest.mark.usefixtures("qtbot")
def test_every_generation_has_its_turn() -> None:
    seen = _turns(200)
    assert set(seen) == {0, 1, 2}
    assert seen.count(0) > 5 * seen.count(1) > 25 * seen.count(2)


@pytest.mark.usefixtures("qtbot")
def test_the_oldest_waits_while_somebody_types_but_not_for_ever() -> None:
    assert set(_turns(200, at_work=True)) == {0, 1}
    assert 2 in _turns(2_000, at_work=True)


def test_a_whole_collection_waits_for_a_pause(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "TICK_MS", 100)
    monkeypatch.setattr(collecting, "QUIET_MS", 500)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    collector = Collector(window)
    collector.start()
    at_work: list[bool] = []

    def look(phase: str, about: dict[str, int]) -> None:
        if phase == "start" and about["generation"] == 2:
            at_work.append(collector.at_work)

    gc.callbacks.append(look)
    try:
        qtbot.waitUntil(lambda: not collector.at_work)
        while generation_due() != 2:
            gc.collect(1)
        qtbot.keyClick(window.windowHandle(), Qt.Key.Key_A)
        assert collector.at_work
        qtbot.waitUntil(lambda: bool(at_work), timeout=10_000)
    finally:
        gc.callbacks.remove(look)
        collector.stop()
    assert at_work == [False]


def test_given_back_python_collects_by_itself_again(qtbot: QtBot) -> None:
    del qtbot
    collector = Collector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
