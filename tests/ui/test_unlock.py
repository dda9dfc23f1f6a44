"""The locked screen with a real vault: in, not in, for the first time, and when something is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from app.errors import CodeExpired, VaultDamaged
from app.services import unlock
from tests.ui.stage import nameless
from tests.vault_parts import CHEAP, PASSPHRASE, keychain_of, new_vault
from ui.text import explain
from ui.theme import Theme, theme
from ui.unlock import UnlockPage, Ways
from ui.unlock.presenter import caps_lock_seems_on, strength_words, wait_sentence
from ui.unlock.unlock_form import UnlockForm
from ui.work import Work

pytestmark = pytest.mark.screen

Enrol = Callable[[Any, str], object]


@dataclass
class Door:
    qtbot: QtBot
    work: Work
    place: Path
    pages: list[UnlockPage] = field(default_factory=list)

    def ways(self) -> Ways:
        return Ways(
            status=lambda: unlock.status(self.place, now=datetime.now(UTC)),
            open=lambda passphrase: unlock.open(
                self.place, passphrase, keychain_of(self.place), now=datetime.now(UTC)
            ),
            create=lambda passphrase: unlock.create(
                self.place, passphrase, keychain_of(self.place), cost=CHEAP
            ),
            organisation="Jobcenter Fjordby",
        )

    def show(self, ways: Ways | None = None) -> UnlockPage:
        page = UnlockPage(self.work, ways or self.ways())
        page.resize(900, 800)
        page.show()
        page.activateWindow()
        page.arrive(None)
        self.qtbot.waitUntil(page.isActiveWindow)
        self.pages.append(page)
        return page


@pytest.fixture
def door(qtbot: QtBot, look: Theme, vault_place: Path) -> Iterator[Door]:
    made = Door(qtbot, Work(), vault_place)
    yield made
    made.work.stop()
    for page in made.pages:
        page.hide()
        page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def locked(door: Door) -> Door:
    new_vault(door.place).close()
    return door


def _field(page: UnlockPage, name: str) -> QLineEdit:
    return next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == name)


def _button(page: UnlockPage, text: str) -> QPushButton:
    return next(b for b in page.findChildren(QPushButton) if text in (b.text(), b.accessibleName()))


def _texts(page: UnlockPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def _type(door: Door, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    door.qtbot.keyClicks(field, text)


def test_the_passphrase_and_enter_let_one_in(locked: Door) -> None:
    page = locked.show()
    field = _field(page, "Adgangskode")
    locked.qtbot.waitUntil(field.hasFocus)
    field.setText(PASSPHRASE)
    with locked.qtbot.waitSignal(page.passed, timeout=20_000):
        locked.qtbot.keyClick(field, Qt.Key.Key_Return)


def test_a_wrong_passphrase_says_so_and_stays_chosen(locked: Door) -> None:
    page = locked.show()
    field = _field(page, "Adgangskode")
    _type(locked, field, "ikke den rigtige sætning")
    locked.qtbot.keyClick(field, Qt.Key.Key_Return)
    locked.qtbot.waitUntil(lambda: any("passer ikke" in text for text in _texts(page)), timeout=20_000)
    assert field.hasFocus()
    assert field.selectedText() == field.text() == "ikke den rigtige sætning"
    assert "passer ikke" in field.accessibleDescription()
    assert _button(page, "Lås op").isEnabled()


def test_after_a_wrong_one_the_right_one_lets_one_in_once(locked: Door) -> None:
    page = locked.show()
    field = _field(page, "Adgangskode")
    passed: list[bool] = []
    page.passed.connect(lambda: passed.append(True))
    _type(locked, field, "ikke den rigtige sætning")
    locked.qtbot.keyClick(field, Qt.Key.Key_Return)
    locked.qtbot.waitUntil(lambda: any("passer ikke" in text for text in _texts(page)), timeout=20_000)
    field.setText(PASSPHRASE)
    with locked.qtbot.waitSignal(page.passed, timeout=20_000):
        locked.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert passed == [True]


def test_many_wrong_ones_make_one_wait_and_the_seconds_are_counted(locked: Door) -> None:
    form = UnlockForm(wait=3.0)
    locked.qtbot.addWidget(form)
    form.show()
    assert form.field.line.accessibleDescription() == "Du kan prøve igen om 3 sekunder."
    assert not form.busy.button.isEnabled()
    for _ in range(3):
        form._count_down()
    assert form.busy.button.isEnabled()
    form._second.stop()


def test_nothing_typed_is_said_and_not_tried(locked: Door) -> None:
    page = locked.show()
    _button(page, "Lås op").click()
    assert "Skriv din adgangskode." in _texts(page)


def test_the_letters_are_hidden_until_one_asks(locked: Door) -> None:
    page = locked.show()
    field = _field(page, "Adgangskode")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    _button(page, "Vis adgangskode").click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert _button(page, "Skjul adgangskode")


def test_a_passphrase_can_be_pasted(locked: Door) -> None:
    field = _field(locked.show(), "Adgangskode")
    field.insert(PASSPHRASE)
    assert field.text() == PASSPHRASE


@pytest.mark.parametrize(
    ("text", "shift", "seems"),
    [("A", False, True), ("a", False, False), ("a", True, True), ("Æ", True, False), ("7", False, None)],
)
def test_a_letter_shows_whether_caps_lock_is_on(text: str, shift: bool, seems: bool | None) -> None:  # noqa: FBT001
    assert caps_lock_seems_on(text, shift=shift) is seems


def test_caps_lock_is_said_while_typing(locked: Door) -> None:
    page = locked.show()
    locked.qtbot.keyClick(_field(page, "Adgangskode"), Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert "Caps Lock er slået til." not in _texts(page)
    field = _field(page, "Adgangskode")
    from PySide6.QtGui import QKeyEvent

    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "B")
    QCoreApplication.sendEvent(field, event)
    assert "Caps Lock er slået til." in _texts(page)


def test_work_shows_itself_only_when_it_is_noticed(locked: Door) -> None:
    form = UnlockForm()
    locked.qtbot.addWidget(form)
    form.show()
    form.field.line.setText("hvad som helst")
    form.busy.button.click()
    bar = form.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert not bar.isVisible()
    locked.qtbot.waitUntil(bar.isVisible, timeout=3000)
    assert form.busy.button.text() == "Låser op …"
    form.busy.stop()


def test_a_damaged_journal_is_not_offered_to_be_made_anew(locked: Door) -> None:
    (locked.place / "journal.fjdb").write_bytes(b"")
    page = locked.show()
    assert "Journalen kan ikke åbnes" in _texts(page)
    assert not page.findChildren(QLineEdit)


def test_what_is_wrong_is_said_in_the_words_of_the_error(locked: Door) -> None:
    broken = replace(locked.ways(), status=lambda: unlock.Broken(VaultDamaged()))
    assert explain(VaultDamaged()) in _texts(locked.show(broken))


def test_the_first_time_a_journal_is_made(door: Door) -> None:
    page = door.show()
    assert "Velkommen til Feltjournal" in _texts(page)
    _field(page, "Vælg en adgangskode").setText(PASSPHRASE)
    _field(page, "Skriv den igen").setText(PASSPHRASE)
    assert "Trin 1 af 2" in _texts(page)
    _button(page, "Opret journalen").click()
    _begin(door, page, "Trin 2 af 2")
    assert unlock.status(door.place, now=datetime.now(UTC)) != unlock.NoVault()


def _begin(door: Door, page: UnlockPage, step: str) -> None:
    """The last step stands there, and its button has the focus: Enter lets one in."""
    door.qtbot.waitUntil(lambda: "Du er klar" in _texts(page), timeout=20_000)
    assert step in _texts(page)
    with door.qtbot.waitSignal(page.passed):
        door.qtbot.keyClick(_button(page, "Begynd"), Qt.Key.Key_Return)


def test_two_different_passphrases_make_nothing(door: Door) -> None:
    page = door.show()
    _field(page, "Vælg en adgangskode").setText(PASSPHRASE)
    _field(page, "Skriv den igen").setText(PASSPHRASE + "!")
    _button(page, "Opret journalen").click()
    assert "De to er ikke ens. Skriv den samme adgangskode igen." in _texts(page)
    assert not door.place.exists()


def test_a_weak_passphrase_is_named_before_anything_is_made(door: Door) -> None:
    page = door.show()
    _field(page, "Vælg en adgangskode").setText("kort")
    _field(page, "Skriv den igen").setText("kort")
    _button(page, "Opret journalen").click()
    assert "For kort endnu: mindst 15 tegn eller fem ord." in _texts(page)
    assert not door.place.exists()


def _created(door: Door, enrol: Enrol) -> UnlockPage:
    page = door.show(replace(door.ways(), enrol=enrol))
    _field(page, "Vælg en adgangskode").setText(PASSPHRASE)
    _field(page, "Skriv den igen").setText(PASSPHRASE)
    _button(page, "Opret journalen").click()
    door.qtbot.waitUntil(lambda: "Journalen er oprettet" in _texts(page), timeout=20_000)
    return page


def test_then_a_code_ties_the_computer_to_the_jobcenter(door: Door) -> None:
    codes: list[str] = []
    page = _created(door, lambda _vault, code: codes.append(code))
    assert "Trin 2 af 3" in _texts(page)
    _type(door, _field(page, "Kode fra jobcentret"), " ABCD-1234 ")
    door.qtbot.keyClick(_field(page, "Kode fra jobcentret"), Qt.Key.Key_Return)
    _begin(door, page, "Trin 3 af 3")
    assert codes == ["ABCD-1234"]


def test_a_code_that_has_expired_can_be_written_anew(door: Door) -> None:
    def expired(_vault: Any, _code: str) -> object:
        raise CodeExpired

    page = _created(door, expired)
    _type(door, _field(page, "Kode fra jobcentret"), "ABCD-1234")
    _button(page, "Tilmeld computeren").click()
    door.qtbot.waitUntil(lambda: explain(CodeExpired()) in _texts(page), timeout=5000)
    assert _button(page, "Tilmeld computeren").isEnabled()


def test_the_code_can_wait(door: Door) -> None:
    page = _created(door, lambda _vault, _code: None)
    _button(page, "Senere").click()
    _begin(door, page, "Trin 3 af 3")


def test_the_last_step_makes_the_text_larger_and_stays(door: Door) -> None:
    page = _created(door, lambda _vault, _code: None)
    _button(page, "Senere").click()
    door.qtbot.waitUntil(lambda: "Trin 3 af 3" in _texts(page), timeout=20_000)
    before = theme().text_size
    _button(page, "Større tekst").click()
    assert theme().text_size > before
    assert "Trin 3 af 3" in _texts(page)
    assert nameless(page) == []


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, ""),
        (0.2, "Du kan prøve igen om 1 sekund."),
        (60, "Du kan prøve igen om 60 sekunder."),
        (91, "Du kan prøve igen om 2 minutter."),
    ],
)
def test_waiting_is_said_in_seconds_and_then_minutes(look: Theme, seconds: float, said: str) -> None:
    assert wait_sentence(seconds) == said


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("kort", "For kort"),
        ("hestehestehestehestehest", "gentager"),
        (PASSPHRASE, "God"),
        ("", "Mindst 15 tegn"),
    ],
)
def test_the_strength_is_said_in_words(look: Theme, passphrase: str, said: str) -> None:
    assert said in strength_words(passphrase)


def test_everything_that_takes_the_focus_has_a_name(locked: Door) -> None:
    page = locked.show()
    focusable = [w for w in page.findChildren(QLineEdit) + page.findChildren(QPushButton) if w.isVisible()]
    assert not [w for w in focusable if not (w.accessibleName() or w.text())]


@pytest.mark.logs_warning
def test_what_was_missing_is_told_before_the_journal_is_shown(locked: Door) -> None:
    from app.services import integrity
    from app.vault.place import JOURNAL
    from tests.journal_parts import note, participant
    from tests.vault_parts import open_vault

    vault = open_vault(locked.place)
    whose = participant(vault)
    vault.close()
    old = (locked.place / JOURNAL).read_bytes()
    vault = open_vault(locked.place)
    note(vault, whose)
    vault.close()
    (locked.place / JOURNAL).write_bytes(old)
    page = locked.show(replace(locked.ways(), account=integrity.account, accept=integrity.accept))
    _field(page, "Adgangskode").setText(PASSPHRASE)
    locked.qtbot.keyClick(_field(page, "Adgangskode"), Qt.Key.Key_Return)
    locked.qtbot.waitUntil(lambda: any("er ældre end sidst" in text for text in _texts(page)), timeout=20_000)
    assert any(text.startswith("1 ændring, der ikke var sendt, er hentet tilbage") for text in _texts(page))
    go_on = _button(page, "Gå til journalen")
    locked.qtbot.waitUntil(go_on.hasFocus)
    with locked.qtbot.waitSignal(page.passed, timeout=20_000):
        locked.qtbot.keyClick(go_on, Qt.Key.Key_Return)
