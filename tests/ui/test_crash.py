"""A bug shows where it happened, and nothing of what it was about."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox

from ui import crash
from ui.theme import Theme


class Mishap(Exception):
    pass


def _fails(name: str) -> None:
    secret = f"{name} 710384-0000"
    raise Mishap(secret)


def _caught() -> Mishap:
    with pytest.raises(Mishap) as raised:
        _fails("Amira Holm")
    return raised.value


@pytest.fixture
def hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook
    crash.install()
    yield
    sys.excepthook, threading.excepthook = before


def _boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def test_the_report_names_file_line_function_and_kind_only() -> None:
    error = _caught()
    report = crash.scrubbed(type(error), error.__traceback__)
    assert "test_crash.py:" in report
    assert report.endswith("_fails\nMishap")
    assert "Amira" not in report
    assert "710384" not in report


def _close_all() -> None:
    for box in _boxes():
        box.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.logs_warning
@pytest.mark.usefixtures("hooks")
def test_one_dialog_is_shown_however_many_bugs_there_are(look: Theme) -> None:
    error = _caught()
    for _ in range(3):
        sys.excepthook(type(error), error, error.__traceback__)
    (box,) = _boxes()
    assert "Amira" not in box.text() + box.informativeText() + box.detailedText()
    _close_all()
    assert _boxes() == []


@pytest.mark.logs_warning
@pytest.mark.usefixtures("hooks")
def test_the_log_gets_no_value(look: Theme, caplog: pytest.LogCaptureFixture) -> None:
    error = _caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert "Mishap" in caplog.text
    assert "Amira" not in caplog.text
    _close_all()


@pytest.mark.logs_warning
@pytest.mark.usefixtures("hooks")
def test_a_bug_in_another_thread_is_logged_without_a_dialog(
    look: Theme, caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=_fails, args=("Amira Holm",))
    thread.start()
    thread.join()
    assert "Mishap" in caplog.text
    assert _boxes() == []
