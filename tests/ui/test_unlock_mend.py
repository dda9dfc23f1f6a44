"""A damaged journal at the locked screen: by the keyboard from the account of it to a whole file and in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app.errors import VaultDamaged
from app.services import integrity, journal, salvaging, upkeep
from app.vault.place import JOURNAL
from tests.flows.test_vault_damage import PAGE, filled, flip
from tests.flows.test_vault_salvage import damage
from tests.journal_parts import NOW
from tests.ui.stage import nameless
from tests.ui.test_unlock import Door, _field, _texts, door, locked  # noqa: F401 - fixtures
from tests.vault_parts import PASSPHRASE, keychain_of, open_vault
from ui.unlock import UnlockPage, Ways

pytestmark = [pytest.mark.screen, pytest.mark.logs_warning]


def _ways(at: Door) -> Ways:
    def newest() -> datetime | None:
        return next((one.at for one in upkeep.copies(at.place)), None)

    chain = keychain_of(at.place)
    return replace(
        at.ways(),
        account=integrity.account,
        accept=integrity.accept,
        salvage=lambda words: salvaging.salvage(at.place, words, chain, now=datetime.now(UTC)),
        restore=lambda words: upkeep.put_back(at.place, words, chain, now=datetime.now(UTC)),
        newest_copy=newest,
    )


def _until(at: Door, page: UnlockPage, words: str) -> None:
    at.qtbot.waitUntil(lambda: any(words in text for text in _texts(page)), timeout=30_000)


def _tab_to(at: Door, page: UnlockPage, words: str) -> QWidget:
    """With the key alone; what is never reached is not there for somebody without a mouse."""
    at.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    for _ in range(20):
        focus = QApplication.focusWidget()
        if isinstance(focus, QPushButton) and words in focus.text():
            return focus
        QTest.keyClick(focus or page, Qt.Key.Key_Tab)
    raise AssertionError(words)


def _press(at: Door, page: UnlockPage, words: str) -> None:
    QTest.keyClick(_tab_to(at, page, words), Qt.Key.Key_Space)


def _try(at: Door, page: UnlockPage) -> None:
    field = _field(page, "Adgangskode")
    field.setFocus()
    field.setText(PASSPHRASE)
    at.qtbot.keyClick(field, Qt.Key.Key_Return)


def _in(at: Door, page: UnlockPage) -> None:
    with at.qtbot.waitSignal(page.passed, timeout=30_000):
        _try(at, page)


def _originals(place: Path) -> list[Path]:
    return list(place.glob(f"{JOURNAL}.damaged-*"))


def test_a_journal_that_does_not_open_is_saved_and_opened_by_the_keyboard(
    locked: Door,  # noqa: F811
) -> None:
    vault = open_vault(locked.place)
    filled(vault, 24)
    vault.close()
    flip(locked.place / JOURNAL, 2)
    before = (locked.place / JOURNAL).read_bytes()
    page = locked.show(_ways(locked))
    _try(locked, page)
    _until(locked, page, "skade i filen på side 2 (kode E-12)")
    _press(locked, page, "Red det, der kan læses …")
    _until(locked, page, "bliver liggende ved siden af")
    assert _field(page, "Adgangskode").text() == PASSPHRASE, "it need not be typed twice"
    assert not nameless(page)
    _press(locked, page, "Red det, der kan læses")
    _until(locked, page, "24 notater")
    assert "journal.fjdb.damaged-" in " ".join(_texts(page))
    (original,) = _originals(locked.place)
    assert original.read_bytes() == before
    _press(locked, page, "Gå til oplåsning")
    _in(locked, page)


def test_what_is_missing_is_said_and_about_whom(locked: Door) -> None:  # noqa: F811
    """Damage that was met while the journal was open, and is told of at the next unlock."""
    vault = open_vault(locked.place)
    whose = filled(vault, 24)
    with vault.begin() as tx:
        tx.exec_driver_sql("UPDATE outbox SET state = 'acked', p = '', rev = q")
        tx.exec_driver_sql("UPDATE note SET rev = 1")
    damage(vault, "note")
    for record in (locked.place / "rescue").iterdir():
        record.unlink()
    again = open_vault(locked.place)
    with pytest.raises(VaultDamaged):
        journal.timeline(again, whose, now=NOW)
    again.close()
    page = locked.show(_ways(locked))
    _try(locked, page)
    _until(locked, page, "skade i journalens fil på side")
    _press(locked, page, "Red det, der kan læses …")
    _until(locked, page, "bliver liggende ved siden af")
    field = _field(page, "Adgangskode")
    locked.qtbot.waitUntil(field.hasFocus)
    locked.qtbot.keyClicks(field, "ikke den rigtige sætning")
    locked.qtbot.keyClick(field, Qt.Key.Key_Return)
    _until(locked, page, "passer ikke")
    field.setText(PASSPHRASE)
    locked.qtbot.keyClick(field, Qt.Key.Key_Return)
    _until(locked, page, "Der mangler:")
    said = " ".join(_texts(page))
    assert "Notaterne handler om: Amira Holm." in said
    assert "Intet mangler" not in said
    _press(locked, page, "Gå til oplåsning")
    _in(locked, page)


def test_where_nothing_can_be_read_the_copy_is_laid_back(locked: Door) -> None:  # noqa: F811
    vault = open_vault(locked.place)
    filled(vault, 3)
    upkeep.make_backup(vault, now=NOW)
    vault.close()
    flip(locked.place / JOURNAL, 1)
    page = locked.show(_ways(locked))
    _try(locked, page)
    _until(locked, page, "side 1 (kode E-12)")
    _press(locked, page, "Red det, der kan læses …")
    _press(locked, page, "Red det, der kan læses")
    _until(locked, page, "Læg kopien tilbage i stedet")
    assert not _originals(locked.place)
    _press(locked, page, "Læg kopien fra")
    _until(locked, page, "er lagt tilbage")
    assert len(_originals(locked.place)) == 1
    _press(locked, page, "Gå til oplåsning")
    _in(locked, page)


@pytest.mark.parametrize("size", [None, 0, PAGE - 1])
def test_an_empty_or_missing_journal_is_offered_its_copy_and_never_a_new_one(
    locked: Door,  # noqa: F811
    size: int | None,
) -> None:
    vault = open_vault(locked.place)
    filled(vault, 3)
    upkeep.make_backup(vault, now=NOW)
    vault.close()
    if size is None:
        (locked.place / JOURNAL).unlink()
    else:
        with (locked.place / JOURNAL).open("r+b") as file:
            file.truncate(size)
    page = locked.show(_ways(locked))
    assert not page.findChildren(QLineEdit)
    _press(locked, page, "Læg en kopi tilbage …")
    field = _field(page, "Adgangskode")
    field.setText(PASSPHRASE)
    locked.qtbot.keyClick(field, Qt.Key.Key_Return)
    _until(locked, page, "er lagt tilbage")
    _press(locked, page, "Gå til oplåsning")
    _in(locked, page)


def test_without_a_copy_no_copy_is_offered(locked: Door) -> None:  # noqa: F811
    (locked.place / JOURNAL).write_bytes(b"")
    page = locked.show(_ways(locked))
    assert "Læg en kopi tilbage …" not in [button.text() for button in page.findChildren(QPushButton)]
