"""Whatever a worker makes, rings of widgets are let go of in the GUI thread."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.collecting import Collector, collect_what_is_due


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


def test_every_generation_has_its_turn(qtbot: QtBot) -> None:
    del qtbot
    seen: list[int] = []

    def look(phase: str, about: dict[str, int]) -> None:
        if phase == "stop":
            seen.append(about["generation"])

    kept: list[list[object]] = []
    gc.collect()
    gc.callbacks.append(look)
    try:
        for _ in range(200):
            kept += [[] for _ in range(gc.get_threshold()[0] + 1)]
            collect_what_is_due()
    finally:
        gc.callbacks.remove(look)
    assert set(seen) == {0, 1, 2}
    assert seen.count(0) > 5 * seen.count(1) > 25 * seen.count(2)


def test_given_back_python_collects_by_itself_again(qtbot: QtBot) -> None:
    del qtbot
    collector = Collector()
    collector.start()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
