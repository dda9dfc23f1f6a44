"""The language changes while the program runs; whatever is longer than Danish is still whole."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import settings
from app.services import journal
from app.settings import Settings
from tests.ui.longer import Longer, cut, longer, worded
from tests.ui.stage import SLIP, Stage
from tests.vault_parts import NOW, keychain_of, new_vault
from tools import i18n
from ui.note.window import NoteWindow
from ui.policy import InForce
from ui.program import build
from ui.text import language
from ui.theme import Theme
from ui.window.pages import kinds

PAGES = tuple(kind.id for kind in kinds())


@pytest.fixture
def program(qtbot: QtBot, look: Theme, tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    """The whole program with an empty journal, as it is put together at start."""
    held = InForce(Settings(), keep=partial(settings.choose, tmp_path))
    window, work = build(tmp_path, keychain=lambda: keychain_of(tmp_path), held=held, now=lambda: NOW)
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    with qtbot.waitSignal(work.unlocked, timeout=20_000):
        work.unlock(work, lambda: new_vault(tmp_path / "vault"), lambda error: pytest.fail(repr(error)))
    qtbot.waitUntil(lambda: window._workspace is not None, timeout=60_000)
    made = Stage(qtbot, work, window)
    made.settle()
    yield made
    if work.is_open:
        # Those that are made when there is time: nothing may ask once the worker has stopped.
        for name in PAGES:
            made.page(name)
        made.settle()
    work.stop()
    window.hide()
    window.deleteLater()
    # it is not to change language too
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    language.speak(qapp)
    QCoreApplication.processEvents()


def _speak(program: Stage, command: str) -> None:
    before = program.window._workspace
    assert program.window.commands.run(command)
    program.qtbot.waitUntil(lambda: program.window._workspace is not before, timeout=60_000)
    program.settle()


def _untranslated(root: QWidget) -> list[str]:
    """Danish that is shown although there is English for it."""
    danish = set()
    for message in ET.parse(i18n.FOLDER / "feltjournal_en.ts").iter("message"):
        source, english = message.findtext("source") or "", message.findtext("translation") or ""
        if english.strip() and source != english:
            danish.add(source.replace("&", ""))
    shown = [widget.text().replace("&", "").strip() for widget in worded(root)]
    return [text for text in shown if text in danish]


def test_every_page_changes_its_language_and_the_next_start_knows_it(program: Stage, tmp_path: Path) -> None:
    program.go("employers")
    _speak(program, "view.english")
    assert program.window._workspace is not None
    assert program.window._workspace._current == "employers"
    for name in PAGES:
        assert _untranslated(program.go(name)) == []
    assert "&Journal" in [action.text() for action in program.window.menuBar().actions()]
    assert program.window.commands.action("file.lock").text() == "&Lock"
    assert settings.load(tmp_path).language == "en"
    _speak(program, "view.danish")
    assert program.window.commands.action("file.lock").text() == "&Lås"
    assert settings.load(tmp_path).language == "da"


def test_an_open_note_keeps_every_word_also_those_the_guard_stops(program: Stage) -> None:
    note = program.window.open("note", None)
    assert isinstance(note, NoteWindow)
    note.sheet.edits["facts"].setFocus()
    note.sheet.edits["facts"].setPlainText(SLIP)
    _speak(program, "view.english")
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, NoteWindow) and w.isVisible()]
    assert [one.sheet.edits["facts"].toPlainText() for one in found] == [SLIP]
    assert found[0] is not note
    assert "Sertralin" not in "".join(draft.facts for draft in program.ask(journal.drafts))


def test_the_locked_screen_changes_its_language_too(program: Stage) -> None:
    program.window.lock()
    assert program.window.commands.run("view.english")
    program.qtbot.waitUntil(lambda: "Welcome to Feltjournal" in _texts(program.window), timeout=60_000)


def _texts(root: QWidget) -> list[str]:
    return [found.text() for found in root.findChildren(QLabel)]


@pytest.mark.parametrize("text", ["Lås", "&Nyt notat", "%n ændring(er) er gemt"])
def test_the_longer_language_is_two_fifths_longer(text: str) -> None:
    assert len(longer(text)) >= 1.3 * len(text)
    assert longer(text).startswith(text)


def test_nothing_is_cut_when_every_word_is_two_fifths_longer(program: Stage, qapp: QApplication) -> None:
    stretched = Longer(qapp)
    before = program.window._workspace
    qapp.installTranslator(stretched)
    try:
        program.qtbot.waitUntil(lambda: program.window._workspace is not before, timeout=60_000)
        faults = [f"{name}: {words}" for name in PAGES for words in cut(program.go(name))]
        workspace = program.window._workspace
        assert workspace is not None
        faults += [f"rail: {words}" for words in cut(workspace.rail)]
        for name in ("note", "help", "benefits", "clinic", "policy"):
            over = program.window.open(name)
            program.settle()
            faults += [f"{name}: {words}" for words in cut(over)]
            over.close()
        assert faults == []
    finally:
        qapp.removeTranslator(stretched)
