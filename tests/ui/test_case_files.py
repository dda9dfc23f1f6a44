"""Files of a case, by keyboard: put there, shown as text, handed out, taken out and put back; what the guard stops never gets in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.services import export, files
from app.settings import Settings
from tests.document_parts import pdf_of
from tests.ui.caseload_parts import _form
from tests.ui.stage import ALT, CTRL, Key, Stage, clipped, focus, nameless, staged
from tests.vault_parts import NOW
from ui.caseload import files as page_files
from ui.theme import Theme
from ui.widgets.form import Form

_WORDS = "Aftale om praktik i bageriet, 12 timer om ugen."


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("today", "caseload"))


def test_a_document_is_put_to_a_case_read_there_handed_out_taken_out_and_put_back(
    stage: Stage, tmp_path: Path
) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    page = stage.go("caseload", amira)
    stage.settle()
    stage.press(Key.Key_9, ALT)
    stage.settle()
    section = page.candidate.sections["files"]
    assert not nameless(section)
    desk = section._desk

    brev = tmp_path / "Brev.pdf"
    brev.write_bytes(pdf_of("Hun har diagnosen skizofreni F20."))
    form = _attached(stage, section, amira, brev)
    stage.press(Key.Key_Return, CTRL)
    stage.settle()
    assert stage.ask(lambda v: files.of_participant(v, amira)) == ()
    assert form.isVisible()
    assert form.groups["name"]._below.text().startswith("Stop: Diagnose.")
    form.reject()
    stage.settle()

    aftale = tmp_path / "Praktikaftale.pdf"
    aftale.write_bytes(pdf_of(_WORDS))
    _attached(stage, section, amira, aftale)
    assert not clipped(_form(stage))
    stage.press(Key.Key_Return, CTRL)
    stage.settle()
    [one] = stage.ask(lambda v: files.of_participant(v, amira))
    assert (one.file.name, one.here, one.there) == ("Praktikaftale.pdf", True, False)

    section.parts.opened.emit(one.file.id)
    stage.settle()
    shown = _form(stage)
    text = shown.groups["text"].field
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == _WORDS
    assert not nameless(shown)
    assert not clipped(shown)
    copy = tmp_path / "ud.pdf"
    page_files.save_copy(desk, shown, one.file, copy)
    stage.settle()
    assert copy.read_bytes() == aftale.read_bytes()
    assert [(e.what, e.format, e.people) for e in stage.ask(export.past)] == [("file", "pdf", 1)]

    section.parts.opened.emit(one.file.id)
    stage.settle()
    [out] = [b for b in _form(stage).findChildren(QPushButton) if b.text() == "Tag filen ud af sagen"]
    out.setFocus()
    stage.press(Key.Key_Space)
    stage.settle()
    assert stage.ask(lambda v: files.of_participant(v, amira)) == ()
    assert stage.ask(lambda v: files.open_file(v, one.file.id, now=NOW)) is None

    stage.press(Key.Key_Z, CTRL)
    stage.qtbot.waitUntil(
        lambda: len(stage.ask(lambda v: files.of_participant(v, amira))) == 1, timeout=20_000
    )
    again = stage.ask(lambda v: files.open_file(v, one.file.id, now=NOW))
    assert again is not None
    assert (again.text, again.data) == (_WORDS, aftale.read_bytes())


@pytest.mark.parametrize("end", ["closed", "locked"])
def test_the_bytes_of_a_file_taken_out_are_let_go_of_with_the_toast(stage: Stage, end: str) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    data = pdf_of(_WORDS)
    id = stage._saved(lambda v: files.attach(v, amira, name="Aftale.pdf", data=data, now=NOW))
    section = stage.go("caseload", ("section", amira, "files")).candidate.sections["files"]
    stage.settle()
    section.parts.opened.emit(id)
    stage.settle()
    [out] = [b for b in _form(stage).findChildren(QPushButton) if b.text() == "Tag filen ud af sagen"]
    out.click()
    toast = stage.window._toast
    stage.qtbot.waitUntil(lambda: "taget ud" in toast.text() and toast.isVisible(), timeout=20_000)
    assert toast._act is not None
    toast._close.click() if end == "closed" else stage.window.lock()
    assert toast._act is None
    assert not toast.undo()


def test_a_document_that_has_gone_is_said_so_and_the_form_stays(stage: Stage, tmp_path: Path) -> None:
    amira = stage.candidate("Amira Holm", phase="job_search")
    section = stage.go("caseload", amira).candidate.sections["files"]
    form = _attached(stage, section, amira, tmp_path / "Pladsen er tom.pdf")
    stage.press(Key.Key_Return, CTRL)
    stage.settle()
    assert form.isVisible()
    assert form.groups["name"]._below.text() == "Filen kan ikke læses eller skrives. Vælg en anden."
    assert stage.ask(lambda v: files.of_participant(v, amira)) == ()


def _attached(stage: Stage, section: Any, case: UUID, path: Path) -> Form:
    """The form of a chosen file, when it has the keyboard."""
    form = page_files.attach(section._desk, section, case, path)
    stage.qtbot.waitUntil(lambda: form.isAncestorOf(focus()))
    return form
