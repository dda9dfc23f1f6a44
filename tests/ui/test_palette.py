"""Find alt by keyboard: what is found, where it leads, and that nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.services import journal
from app.services.search import Found, Part
from app.settings import Settings
from app.store import tables
from app.vault.vault import Vault
from tests.ui.stage import ALT, CTRL, Key, Stage, clipped, focus, nameless, staged
from tests.vault_parts import NOW
from ui.commands import Command
from ui.palette import view
from ui.palette.palette import Palette
from ui.theme import Theme
from ui.widgets.timeline import Heading

pytestmark = pytest.mark.screen


@pytest.fixture
def stage(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Stage]:
    yield from staged(qtbot, tmp_path / "vault", Settings(), ("caseload", "employers", "sync"))


def _open(stage: Stage) -> Palette:
    stage.press(Key.Key_K, CTRL)
    found = [one for one in stage.window.findChildren(Palette) if not one.isHidden()]
    assert len(found) == 1
    stage.qtbot.waitUntil(found[0].field.hasFocus)
    return found[0]


def _ask(stage: Stage, shown: Palette, words: str) -> list[str]:
    """What stands in the list when the answer has come."""
    stage.type(words)
    stage.qtbot.waitUntil(lambda: shown._answered == shown.field.text(), timeout=10_000)
    return _rows(shown)


def _rows(shown: Palette) -> list[str]:
    return [row.sentence() for row in shown._shown]


def _note(stage: Stage, who: UUID, title: str, text: str, days: int = 1) -> UUID:
    fields = journal.NoteFields(
        participant=who, title=title, happened_at=NOW - timedelta(days=days), facts=text
    )
    outcome = stage.ask(partial(journal.write_note, note=fields, now=NOW))
    assert isinstance(outcome, journal.Saved)
    return outcome.note.id


def test_people_places_and_notes_stand_under_their_headings(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", wish_area="Bageri")
    stage.employer("Bageri Juhl", city="Odense")
    _note(stage, amira, "Samtale om bageri", "Hun vil prøve formiddage.")
    rows = _ask(stage, _open(stage), "bager")
    assert rows[0] == "KANDIDATER"
    assert rows[1].startswith("Amira Holm. Bageri. Kandidat")
    assert rows[2] == "ARBEJDSGIVERE"
    assert rows[3].startswith("Bageri Juhl. Odense. Arbejdsgiver")
    assert rows[4] == "NOTATER"
    assert rows[5].startswith("Samtale om bageri · Amira Holm. Hun vil prøve formiddage. Notat")


def test_enter_opens_the_candidate(stage: Stage) -> None:
    stage.candidate("Amira Holm")
    bo = stage.candidate("Bo Åberg")
    stage.go("employers")
    _ask(stage, _open(stage), "aaberg")
    stage.press(Key.Key_Return)
    stage.settle()
    page = stage.page("caseload")
    assert page.isVisible()
    assert page.place() == bo


def test_enter_opens_the_employer_and_the_arrows_choose_another(stage: Stage) -> None:
    stage.employer("Bageri Juhl")
    second = stage.employer("Bageri Kringlen")
    stage.go("caseload")
    shown = _open(stage)
    _ask(stage, shown, "bageri")
    stage.press(Key.Key_Down)
    stage.press(Key.Key_Return)
    stage.settle()
    assert stage.page("employers").isVisible()
    assert stage.page("employers").place() == second


def test_enter_opens_a_note_where_it_stands_in_the_course(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    note = _note(stage, amira, "Prøvedag på lageret", "Hun pakkede kasser.", days=40)
    _note(stage, amira, "Samtale", "Vi talte om transport.")
    stage.go("sync")
    _ask(stage, _open(stage), "kasser")
    stage.press(Key.Key_Return)
    stage.settle()
    page = stage.page("caseload")
    assert page.isVisible()
    assert page.candidate.timeline.current_id()[1] == note


def test_enter_runs_an_act(stage: Stage) -> None:
    stage.go("employers")
    _ask(stage, _open(stage), "synkronisering")
    stage.press(Key.Key_Return)
    assert stage.page("sync").isVisible()


def test_enter_before_the_answer_opens_what_the_answer_brings(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    stage.go("employers")
    _open(stage)
    stage.type("amira")
    stage.press(Key.Key_Return)
    stage.qtbot.waitUntil(stage.page("caseload").isVisible, timeout=10_000)
    stage.settle()
    assert stage.page("caseload").place() == amira


def test_an_answer_to_an_older_question_is_never_shown(stage: Stage) -> None:
    stage.candidate("Amira Holm")
    shown = _open(stage)
    seen: list[tuple[str, str]] = []
    shown.hits.model().modelReset.connect(lambda: seen.append((shown._answered, shown.field.text())))
    for _ in range(3):
        stage.type("amira holm")
        for _ in range(7):
            stage.press(Key.Key_Backspace)
    stage.qtbot.waitUntil(lambda: shown._answered == shown.field.text(), timeout=10_000)
    shown._show("noget ganske andet", Found("noget ganske andet"))
    assert shown._answered == shown.field.text()
    assert all(answered == asked for answered, asked in seen)


def test_without_words_every_act_stands_with_its_key_and_leaving_stands_last(stage: Stage) -> None:
    shown = _open(stage)
    rows = _rows(shown)
    assert rows[0] == "HANDLINGER"
    possible = [one for one in stage.window.commands if one.enabled() and one.id != "palette"]
    assert len(rows) == len(possible) + 1
    assert any(row.startswith("Nyt notat.") and row.endswith("Ctrl+N") for row in rows)
    assert rows[-1].startswith("Afslut")


def test_nothing_found_is_said(stage: Stage) -> None:
    shown = _open(stage)
    assert _ask(stage, shown, "qqqq") == []
    assert shown._nothing.isVisible()
    assert shown._nothing.text() == "Intet fundet"
    assert shown.field.accessibleDescription() == "Intet fundet"
    stage.press(Key.Key_Return)
    assert shown.isVisible()


def test_esc_closes_it_keeps_nothing_and_gives_the_focus_back(stage: Stage) -> None:
    stage.employer("Bageri Juhl")
    page = stage.go("employers")
    page.register.search.setFocus()
    shown = _open(stage)
    _ask(stage, shown, "juhl")
    stage.press(Key.Key_Escape)
    assert page.register.search.hasFocus()
    assert shown.isHidden()
    assert shown.field.text() == ""
    assert shown.hits.model().rowCount() == 0
    QCoreApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete.value)
    assert not isValid(shown)
    assert _open(stage).field.text() == ""


def test_a_second_ctrl_k_opens_no_second_one(stage: Stage) -> None:
    first = _open(stage)
    assert _open(stage) is first


def test_locking_takes_it_away(stage: Stage) -> None:
    stage.candidate("Amira Holm")
    shown = _open(stage)
    _ask(stage, shown, "amira")
    with stage.qtbot.waitSignal(stage.work.locked):
        stage.window.lock()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(shown)


def test_it_goes_when_another_window_comes(stage: Stage) -> None:
    shown = _open(stage)
    other = QLineEdit()
    stage.qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    other.setFocus()
    stage.qtbot.waitUntil(lambda: not isValid(shown) or shown.isHidden())


def test_a_page_that_reloads_under_it_does_not_get_the_keys(stage: Stage) -> None:
    page = stage.go("employers")
    shown = _open(stage)
    page.register.search.setFocus()
    assert shown.field.hasFocus()
    assert shown.isVisible()


def test_tab_stays_in_the_list_and_passes_the_headings(stage: Stage) -> None:
    stage.candidate("Amira Juhl")
    stage.employer("Bageri Juhl")
    shown = _open(stage)
    _ask(stage, shown, "juhl")
    chosen = []
    for _ in range(3):
        current = shown.hits.current()
        assert current is not None
        chosen.append("".join(part.text for part in current.title))
        stage.press(Key.Key_Tab)
        assert focus() is shown.field
    assert chosen == ["Amira Juhl", "Bageri Juhl", "Amira Juhl"]


def test_a_group_shows_eight_and_says_so(stage: Stage) -> None:
    for number in range(10):
        stage.employer(f"Bageri {chr(65 + number)}")
    rows = _ask(stage, _open(stage), "bageri")
    assert rows[0] == "ARBEJDSGIVERE · DE FØRSTE 8"
    assert len(rows) == 9


@pytest.mark.parametrize("size", [100, 200])
def test_it_fits_the_window_and_has_names(stage: Stage, look: Theme, size: int) -> None:
    look.set_text_size(size)
    stage.window.resize(1280, 720)
    QApplication.processEvents()
    shown = _open(stage)
    assert not nameless(shown)
    assert not clipped(shown)
    assert shown.rect().contains(shown._panel.geometry())
    assert shown.hits.height() > 0


@given(st.text(max_size=20))
def test_marking_never_changes_a_word_of_an_act(typed: str) -> None:
    command = Command("x", "&Ny kontakt med æbler", lambda: None, ("Ctrl+Shift+B",), menu="employer")
    for hit in view.acts([command], typed):
        assert "".join(part.text for part in hit.title) == "Ny kontakt med æbler"


def test_what_was_typed_is_marked_in_an_act() -> None:
    command = Command("x", "Ny &kontakt", lambda: None, menu="employer")
    (hit,) = view.acts([command], "kont")
    assert [part for part in hit.title if part.hit] == [Part("kont", hit=True)]
    assert view.acts([command], "tne") == []


def test_an_act_that_is_not_possible_now_is_not_offered() -> None:
    assert view.acts([Command("x", "Ret", lambda: None, enabled=lambda: False)], "") == []


def test_headings_are_no_hits() -> None:
    assert view.count((Heading("KANDIDATER"),)) == 0


def test_another_page_closes_it_and_gets_the_focus(stage: Stage) -> None:
    stage.candidate("Amira Holm")
    page = stage.go("caseload")
    stage.go("employers")
    shown = _open(stage)
    stage.press(Key.Key_2, CTRL)
    stage.settle()
    assert not isValid(shown) or shown.isHidden()
    assert page.isVisible()
    assert page.isAncestorOf(focus())


def test_a_sign_before_the_words_says_where_to_look(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm", wish_area="Bageri")
    stage.employer("Bageri Juhl")
    _note(stage, amira, "Samtale om bageri", "Hun vil prøve formiddage.")
    shown = _open(stage)
    headings = {}
    for sign in (">", "@", "#"):
        shown.field.clear()
        rows = _ask(stage, shown, f"{sign}bager")
        headings[sign] = [row for row in rows if row.isupper()]
    assert headings == {">": [], "@": ["KANDIDATER", "ARBEJDSGIVERE"], "#": ["NOTATER"]}
    shown.field.clear()
    assert _ask(stage, shown, ">lås")[0] == "HANDLINGER"


def test_a_span_leaves_what_is_older_and_the_newest_stand_there_without_a_word(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    _note(stage, amira, "Ny samtale", "Vi talte om bageren.", days=2)
    _note(stage, amira, "Gammel samtale", "Vi talte om bageren.", days=90)
    shown = _open(stage)
    stage.qtbot.waitUntil(lambda: "SENESTE NOTATER" in _rows(shown), timeout=60_000)
    assert _rows(shown)[1].startswith("Ny samtale")
    assert len(_ask(stage, shown, "bageren")) == 3
    stage.press(Key.Key_Down, ALT)
    stage.qtbot.waitUntil(lambda: len(_rows(shown)) == 2, timeout=60_000)
    assert _rows(shown)[1].startswith("Ny samtale")
    assert shown.field.hasFocus()


def test_what_has_not_been_sent_can_be_found_alone(stage: Stage) -> None:
    amira = stage.candidate("Amira Holm")
    sent = _note(stage, amira, "Sendt samtale", "Vi talte om bageren.")
    _note(stage, amira, "Samtale her", "Vi talte om bageren.")
    stage.ask(partial(_acknowledge, id=sent))
    shown = _open(stage)
    stage.press(Key.Key_Up, ALT)
    stage.qtbot.waitUntil(lambda: len(_rows(shown)) == 2, timeout=60_000)
    assert _rows(shown)[1].startswith("Samtale her")


def _acknowledge(vault: Vault, id: UUID) -> None:
    with vault.begin() as tx:
        tx.execute(sa.update(tables.outbox).where(tables.outbox.c.id == id).values(state="acked"))
