"""The draft is safe, without what the guard holds back, and the window says only what the store has said."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.domain.journal import BODY_TEXTS
from app.services import journal
from app.vault.vault import Vault
from tests.ui.note_parts import MILD, PLAIN, SLIP, Bench, bench  # noqa: F401
from tests.vault_parts import open_vault
from ui.note.presenter import Saving

Key = Qt.Key
SAVING = "Gemmer …"
LONG = f"{PLAIN}\n" * 100


def test_what_is_typed_is_kept_without_being_asked(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    assert window.bar.safety.text() == "Gemmes, mens du skriver"
    window.sheet.edits["facts"].insertPlainText(PLAIN)
    assert window.bar.safety.text() == SAVING
    bench.kept(window)
    (draft,) = bench.drafts()
    assert (draft.facts, draft.participant) == (PLAIN, bench.amira)


def test_kept_is_said_only_when_the_store_has_answered(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    slow = threading.Event()
    bench.work.run(bench.owner, lambda vault: slow.wait(20), lambda _: None)
    window.sheet.edits["facts"].insertPlainText(PLAIN)
    bench.qtbot.waitUntil(lambda: window._autosave._under_way == 1, timeout=5_000)
    assert window.bar.safety.text() == SAVING
    slow.set()
    bench.kept(window)


def test_words_typed_while_a_save_is_under_way_are_not_called_kept(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    slow = threading.Event()
    bench.work.run(bench.owner, lambda vault: slow.wait(20), lambda _: None)
    window.sheet.edits["facts"].insertPlainText(PLAIN)
    bench.qtbot.waitUntil(lambda: window._autosave._under_way == 1, timeout=5_000)
    window.sheet.edits["facts"].insertPlainText(" Og mere.")
    slow.set()
    bench.qtbot.waitUntil(lambda: window._autosave._under_way == 0, timeout=5_000)
    assert window.bar.safety.text() == SAVING
    bench.kept(window)
    assert bench.drafts()[0].facts == f"{PLAIN} Og mere."


@pytest.mark.parametrize("field", BODY_TEXTS)
def test_what_the_guard_stops_is_in_no_draft(bench: Bench, field: str) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits[field].insertPlainText(f"{PLAIN} {SLIP}")
    bench.kept(window)
    (draft,) = bench.drafts()
    kept: str = getattr(draft, field)
    assert "Sertralin" not in kept
    assert PLAIN in kept
    assert draft.held == 1
    assert "Sertralin" in window.sheet.edits[field].text()


def test_putting_aside_keeps_the_draft_and_lets_the_window_go(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits["facts"].insertPlainText(MILD)
    bench.press(Key.Key_Escape)
    bench.gone(window)
    assert [draft.facts for draft in bench.drafts()] == [MILD]


def test_an_untouched_note_leaves_nothing(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.press(Key.Key_Escape)
    bench.gone(window)
    assert bench.drafts() == ()


def test_a_draft_that_was_emptied_is_thrown_away(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits["facts"].insertPlainText(PLAIN)
    bench.kept(window)
    window.sheet.edits["facts"].selectAll()
    bench.press(Key.Key_Delete)
    bench.press(Key.Key_Escape)
    bench.gone(window)
    assert bench.drafts() == ()


def test_a_draft_comes_back_as_it_was(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.head.kinds._buttons["job_search"].click()
    window.head.minutes.setValue(20)
    window.sheet.edits["facts"].insertPlainText(PLAIN)
    window.sheet.edits["agreements"].insertPlainText("Ses tirsdag.")
    bench.press(Key.Key_Escape)
    bench.gone(window)
    (draft,) = bench.drafts()
    again = bench.open(draft=draft)
    assert again.bar.safety.text().startswith("Genskabt kladde fra i dag kl.")
    assert again.sheet.texts() == {
        "facts": PLAIN,
        "own_view": "",
        "assessment": "",
        "agreements": "Ses tirsdag.",
    }
    assert again.sheet._sections["agreements"].isVisibleTo(again)
    assert not again.sheet._sections["own_view"].isVisibleTo(again)
    bench.qtbot.waitUntil(lambda: again.head.picker.text() == "Amira Holm")
    assert (again.head.filled().kind.value, again.head.filled().minutes) == ("job_search", 20)
    assert not again.sheet.edits["facts"].document().isUndoAvailable()
    again.sheet.edits["facts"].insertPlainText("Først. ")
    bench.kept(again)
    assert [d.id for d in bench.drafts()] == [draft.id]


def test_the_mark_left_where_words_were_held_back_stops_the_note(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits["facts"].insertPlainText(SLIP)
    bench.press(Key.Key_Escape)
    bench.gone(window)
    (draft,) = bench.drafts()
    again = bench.open(draft=draft)
    bench.qtbot.waitUntil(lambda: again.head.picker.text() == "Amira Holm")
    again.enter()
    assert again.foot.sentence.text() == "Skriv dine egne ord i stedet for […]."


def test_after_entering_nothing_is_left_in_the_window(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    facts = window.sheet.edits["facts"]
    facts.insertPlainText(SLIP)
    bench.judged(window, 1)
    window._guarding.use_current()
    bench.judged(window, 0)
    left: list[Any] = []

    def look() -> None:
        left.extend(
            [
                facts.text(),
                facts.document().isUndoAvailable(),
                facts._reader._known,
                *window._guarding._texts.values(),
            ]
        )

    window.entered.connect(look)
    window.enter()
    bench.gone(window)
    assert not any(left)


def test_at_lock_the_draft_is_in_the_vault_before_it_closes(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits["facts"].insertPlainText(PLAIN)
    window.park()
    assert not window.isVisible()
    bench.work.lock()
    window.deleteLater()
    bench.work.stop()
    vault = open_vault(bench.place)
    try:
        assert [draft.facts for draft in journal.drafts(vault)] == [PLAIN]
    finally:
        vault.close()


def test_when_the_disk_is_full_the_text_stays_and_the_words_say_so(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    _room(bench, 0)
    window.sheet.edits["facts"].insertPlainText(LONG)
    bench.qtbot.waitUntil(lambda: window.bar.safety.text() == "Kan ikke gemme", timeout=10_000)
    assert "Teksten står stadig her" in window.foot.sentence.text()
    window.close()
    assert window.isVisible()
    assert window.sheet.edits["facts"].text() == LONG
    _room(bench, 100_000)
    window.sheet.edits["facts"].insertPlainText("Igen. ")
    window._autosave.flush()
    bench.kept(window)


def test_what_cannot_be_kept_may_still_be_left_the_second_time(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    _room(bench, 0)
    window.sheet.edits["facts"].insertPlainText(LONG)
    window.close()
    bench.qtbot.waitUntil(lambda: window._insists, timeout=10_000)
    window.close()
    bench.gone(window)


def _room(bench: Bench, pages: int) -> None:  # noqa: F811
    """A disk with room for so many pages more."""

    def job(vault: Any) -> int:
        with vault.begin() as tx:
            now = int(tx.exec_driver_sql("PRAGMA page_count").scalar())
            return int(tx.exec_driver_sql(f"PRAGMA max_page_count={now + pages}").scalar())

    bench.ask(job)


def _fill_disk(vault: Vault) -> None:
    vault.pragma("max_page_count = 1")  # never below what the file has: not one page more


def test_a_lock_on_a_full_disk_keeps_the_text_until_it_can_be_saved(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    window.sheet.edits["facts"].insertPlainText(LONG)
    bench.work.run(bench.owner, _fill_disk, lambda _: None)
    with bench.qtbot.waitSignal(bench.work.owing, timeout=10_000):
        window.park()
        bench.work.lock()
    bench.work.settle()
    assert bench.work.owes
    assert window.sheet.is_empty(), "the text stands in no window behind the lock"
    with bench.qtbot.waitSignal(bench.work.repaid, timeout=10_000):
        bench.work.unlock(bench.owner, lambda: open_vault(bench.place), lambda error: None)
    assert not bench.work.owes
    (draft,) = bench.drafts()
    assert draft.facts == LONG


def test_a_save_that_failed_before_the_lock_is_tried_again_at_the_lock(bench: Bench) -> None:  # noqa: F811
    window = bench.open(participant=bench.amira)
    bench.work.run(bench.owner, _fill_disk, lambda _: None)
    window.sheet.edits["facts"].insertPlainText(LONG)
    window._autosave.flush()
    bench.qtbot.waitUntil(lambda: window._autosave.safety.saving is Saving.FAILED, timeout=5_000)
    with bench.qtbot.waitSignal(bench.work.owing, timeout=10_000):
        window.park()
        bench.work.lock()
    with bench.qtbot.waitSignal(bench.work.repaid, timeout=10_000):
        bench.work.unlock(bench.owner, lambda: open_vault(bench.place), lambda error: None)
    assert [draft.facts for draft in bench.drafts()] == [LONG]
