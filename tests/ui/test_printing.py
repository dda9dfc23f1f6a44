"""Ctrl+P: the paper is seen as pages and as text before anything is sent to a printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.services import export
from app.settings import Settings
from tests.ui.longer import cut
from tests.ui.stage import CTRL, Key, Stage, nameless, staged
from ui.found.printing import PrintWindow, Wanted
from ui.theme import Theme


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings(), pages=("today",))


def _ready(stage: Stage, window: PrintWindow) -> PrintWindow:
    stage.qtbot.waitUntil(lambda: window.shown is not None, timeout=60_000)
    return window


def test_ctrl_p_shows_the_visit_list_and_names_everything(stage: Stage) -> None:
    stage.press(Key.Key_P, CTRL)
    stage.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), PrintWindow), timeout=60_000)
    window = QApplication.activeWindow()
    assert isinstance(window, PrintWindow)
    _ready(stage, window)
    assert "Ingen besøg er aftalt" in window.text.toPlainText()
    assert [page.accessibleName() for page in window.findChildren(QLabel) if not page.pixmap().isNull()] == [
        "Side 1 af 1. Vælg Tekst for at læse den."
    ]
    assert nameless(window) == []
    assert cut(window) == []


def test_a_status_is_about_one_and_is_logged_when_it_is_printed(stage: Stage, tmp_path: Path) -> None:
    whom = stage.candidate("Kim Prøve")
    window = stage.window.open("print", whom)
    assert isinstance(window, PrintWindow)
    _ready(stage, window)
    assert "Kim Prøve" in window.text.toPlainText()
    assert stage.ask(export.past) == ()
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "status.pdf"))
    window.print_on(printer)
    stage.settle()
    assert len(PdfReader(tmp_path / "status.pdf").pages) == len(window.shown.pages if window.shown else ())
    assert [one.format for one in stage.ask(export.past)] == ["print"]


def test_without_a_candidate_there_is_nothing_to_print_and_it_says_so(stage: Stage) -> None:
    window = stage.window.open("print", Wanted(export.What.PLAN))
    assert isinstance(window, PrintWindow)
    stage.settle()
    assert not window.print.isEnabled()
    assert window.text.toPlainText() == "Der er ingen kandidat at udskrive om endnu."
