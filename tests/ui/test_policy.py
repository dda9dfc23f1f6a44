"""A policy changes what the consultant can do: one test for each that the window enforces."""

from __future__ import annotations

import base64
import json
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from app import logs
from app.domain import participant as words
from app.errors import InvitationDamaged, PassphraseTooWeak, RecoveryMissing
from app.policy import sources, standing
from app.services import caseload, enrol, journal, unlock
from app.services.door import Held
from app.settings import Settings, load
from app.vault import passphrase
from tests.journal_parts import NOW
from tests.ui.stage import Stage, stage, staged
from tests.vault_parts import keychain_of
from ui.policy import InForce
from ui.privacy import Keeper
from ui.program import build
from ui.text import calling
from ui.text.managed import managed_by
from ui.theme import Theme
from ui.unlock.presenter import strength_words
from ui.widgets.guard_panel import CardView, GuardPanel
from ui.widgets.managed import lock_if_managed

__all__ = ["stage"]
WARNS = "Kandidaten har tit hovedpine."


@pytest.fixture(autouse=True)
def _defaults_afterwards() -> Iterator[None]:
    yield
    standing.hold(Settings())


def policy(profile: Path, text: str) -> Settings:
    profile.mkdir(exist_ok=True)
    (profile / "policy.toml").write_text(text, "utf-8")
    return load(profile, profile / "no-machine-policy")


def texts(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel))


@pytest.fixture
def held_by(qapp: QApplication) -> Iterator[Callable[..., InForce]]:
    made: list[InForce] = []

    def hold(*given: Any) -> InForce:
        made.append(InForce(*given))
        return made[-1]

    yield hold
    for one in made:
        one.deleteLater()


@pytest.fixture
def started(
    qtbot: QtBot, look: Theme, tmp_path: Path
) -> Iterator[Callable[[Settings], tuple[QWidget, InForce]]]:
    """The whole window as `feltjournal` makes it, at its locked screen."""
    made = []

    def start(settings: Settings) -> tuple[QWidget, InForce]:
        held = InForce(settings)
        window, work = build(tmp_path, keychain=lambda: keychain_of(tmp_path), held=held, now=lambda: NOW)
        made.append((window, work))
        window.show()
        return window, held

    yield start
    for window, work in made:
        work.stop()
        window.hide()
        window.deleteLater()


def test_the_locked_screen_says_whose_it_is_and_where_to_get_help(
    started: Callable[[Settings], tuple[QWidget, InForce]], tmp_path: Path
) -> None:
    text = 'org_label = "Prøveby Kommune"\nsupport_text = "Servicedesk, telefon 12 34 56 78"\n'
    window, _ = started(policy(tmp_path / "p", text))
    assert "Prøveby Kommune" in texts(window)
    assert "Servicedesk, telefon 12 34 56 78" in texts(window)


@pytest.mark.logs_warning
def test_the_locked_screen_names_a_policy_that_cannot_be_followed(
    started: Callable[[Settings], tuple[QWidget, InForce]], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        window, _ = started(policy(tmp_path / "p", 'lease_days = "hemmeligt"\n'))
    assert "En politik kan ikke følges, så det strengere gælder: lease_days." in texts(window)
    assert "lease_days" in caplog.text
    assert "hemmeligt" not in caplog.text + texts(window)
    window.resize(1000, 700)
    QApplication.processEvents()
    (told,) = (one for one in window.findChildren(QLabel) if one.text().startswith("En politik"))
    assert told.height() >= told.heightForWidth(told.width())


def test_a_setting_that_a_policy_decides_is_locked_and_says_by_whom(look: Theme, tmp_path: Path) -> None:
    found = policy(tmp_path / "p", 'theme = "dark"\nidle_minutes = 5\n')
    decided, tighter, free = QLineEdit(), QLineEdit(), QLineEdit()
    assert lock_if_managed(decided, found, "theme")
    assert not decided.isEnabled()
    assert decided.toolTip() == decided.accessibleDescription() == "Styres af din it-afdeling"
    assert not lock_if_managed(tighter, found, "idle_minutes")
    assert not lock_if_managed(free, found, "text_percent")
    assert managed_by(replace(found, managed_by="Digitalisering")) == "Styres af Digitalisering"


def test_a_theme_the_policy_decides_cannot_be_changed_from_the_menu(
    qtbot: QtBot, look: Theme, tmp_path: Path
) -> None:
    for here in staged(qtbot, tmp_path / "vault", policy(tmp_path / "p", 'theme = "light"\n'), pages=()):
        assert not here.window.commands.run("view.dark")
        assert look.mode == "light"
        assert here.window.commands.run("view.larger")


def test_the_journal_locks_after_the_longest_time_whatever_is_done(
    qtbot: QtBot, look: Theme, tmp_path: Path
) -> None:
    settings = replace(Settings(), lock_hours=0.2 / 3600)  # type: ignore[arg-type]  # 200 ms
    for here in staged(qtbot, tmp_path / "vault", settings, pages=()):
        with qtbot.waitSignal(here.work.locked, timeout=5_000):
            pass


def test_policies_that_change_while_the_journal_is_open_lock_it_and_then_hold(
    qtbot: QtBot, look: Theme, stage: Stage
) -> None:
    changed = replace(Settings(), contact_days=30, idle_minutes=1)
    with qtbot.waitSignal(stage.work.locked, timeout=5_000):
        stage.window.follow(changed)
    assert stage.window.desk.settings == changed


def test_policies_are_read_again_and_told_once(held_by: Callable[..., InForce], tmp_path: Path) -> None:
    profile = tmp_path / "p"
    held = held_by(policy(profile, ""), lambda: load(profile, profile / "none"))
    told: list[int] = []
    held.changed.connect(lambda: told.append(held.value.contact_days))
    held.read_again()
    policy(profile, "contact_days = 30\n")
    held.read_again()
    held.read_again()
    assert (told, standing.contact_days(), held.news) == ([30], 30, True)
    held.opening()
    assert not held.news


def test_the_policy_window_tells_what_holds_and_who_decided(
    qtbot: QtBot, look: Theme, stage: Stage, tmp_path: Path
) -> None:
    from ui.window.policy import open_policy

    found = policy(tmp_path / "p", 'lease_days = 900\norg_label = "Prøveby Kommune"\n')
    dialog = open_policy(replace(stage.window.desk, settings=found), tmp_path / "p")
    qtbot.addWidget(dialog)
    rows = {}
    table: QTableWidget = dialog.table
    for row in range(table.rowCount()):
        cells = [table.item(row, column) for column in range(3)]
        title, *rest = [cell.text() for cell in cells if cell is not None]
        rows[title] = rest
    assert rows["Kommunens navn"] == ["Prøveby Kommune", "Politik for brugeren"]
    assert rows["Dage uden kontakt med serveren"] == ["1", "Politik med fejl: det strengere gælder"]
    assert rows["Tillad udskrift"] == ["Ja", "Programmet"]
    assert "lease_days" in texts(dialog)


# --- the words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("danish", "deltager", "borger"),
    [
        ("Kandidater", "Deltagere", "Borgere"),
        ("Vælg en kandidat i listen.", "Vælg en deltager i listen.", "Vælg en borger i listen."),
        ("&Ret kandidaten", "&Ret deltageren", "&Ret borgeren"),
        ("kandidatens egne ord", "deltagerens egne ord", "borgerens egne ord"),
        ("kandidaterne og kandidaternes", "deltagerne og deltagernes", "borgerne og borgernes"),
    ],
)
def test_every_form_of_the_word_becomes_the_municipalitys(danish: str, deltager: str, borger: str) -> None:
    assert calling.called(danish, "da", "deltager") == deltager
    assert calling.called(danish, "da", "borger") == borger
    assert calling.called("Candidates", "en", "borger") == "Citizens"


def test_the_program_speaks_with_the_municipalitys_word(qapp: QApplication) -> None:
    translator = calling.Calling(qapp, "da", "borger")
    QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("Window", "Kandidater") == "Borgere"
    finally:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()


def test_days_without_contact_are_the_municipalitys(stage: Stage) -> None:
    anna = stage.candidate(
        "Prova Prøve", phase=words.Phase.JOB_SEARCH.value, ips_start=(NOW - timedelta(days=20)).date()
    )
    for days, late in ((14, True), (30, False)):
        standing.hold(replace(Settings(), contact_days=days))
        row = next(
            one
            for one in stage.ask(lambda vault: caseload.overview(vault, now=NOW))
            if one.participant.id == anna
        )
        assert row.late is late


# --- the guard -------------------------------------------------------------------------------------------------------------


def test_where_overrides_are_off_what_the_guard_asks_about_cannot_be_kept(stage: Stage) -> None:
    anna = stage.candidate("Prova Prøve")
    note = journal.NoteFields(participant=anna, title="Samtale om jobønsker", happened_at=NOW, facts=WARNS)

    def write() -> object:
        first = stage.ask(lambda vault: journal.write_note(vault, note=note, now=NOW))
        assert isinstance(first, Held)
        kept = frozenset(found.category for found in first.findings["facts"])
        return stage.ask(lambda vault: journal.write_note(vault, note=note, now=NOW, kept=kept))

    standing.hold(replace(Settings(), guard_overrides=False))
    assert isinstance(write(), Held)
    standing.hold(Settings())
    assert isinstance(write(), journal.Saved)


@pytest.mark.parametrize(("allowed", "buttons"), [(True, 1), (False, 0)])
def test_a_button_that_would_not_help_is_not_offered(
    qtbot: QtBot, look: Theme, *, allowed: bool, buttons: int
) -> None:
    standing.hold(replace(Settings(), guard_overrides=allowed))
    panel = GuardPanel("", "")
    qtbot.addWidget(panel)
    panel.show_cards((CardView("k", 1, False, "Helbred", "Overvej", "Derfor", "", ""),), "1")
    found = [one for one in panel.findChildren(QPushButton) if one.text() == "Behold – hverdagssprog"]
    assert len(found) == buttons


# --- what leaves the window --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("allowed", [True, False])
def test_copied_text_stays_in_the_clipboard_only_where_it_may(
    qtbot: QtBot, look: Theme, *, allowed: bool
) -> None:
    keeper = Keeper(InForce(replace(Settings(), allow_clipboard=allowed)), None)
    line = QLineEdit("Ringede til bageriet")
    qtbot.addWidget(line)
    line.selectAll()
    line.copy()
    QCoreApplication.processEvents()
    assert QGuiApplication.clipboard().text() == ("Ringede til bageriet" if allowed else "")
    QGuiApplication.clipboard().clear()
    keeper.deleteLater()


def test_the_system_is_told_of_every_window_whether_it_may_be_pictured(qtbot: QtBot, look: Theme) -> None:
    told: dict[int, bool] = {}
    held = InForce(replace(Settings(), allow_screenshots=False))
    keeper = Keeper(held, told.__setitem__)
    window = QLabel("Journalen")
    qtbot.addWidget(window)
    window.show()
    assert told == {int(window.winId()): False}
    held.value = Settings()
    held.changed.emit()
    assert told[int(window.winId())] is True
    qapp = QApplication.instance()
    assert qapp is not None
    qapp.removeEventFilter(keeper)
    keeper.deleteLater()


# --- keys and servers --------------------------------------------------------------------------------------------------------


def test_a_longer_passphrase_is_asked_for(look: Theme) -> None:
    five = "gule støvler går i regnvejr"
    assert passphrase.weakness(five) is None
    standing.hold(replace(Settings(), passphrase_length=30))
    with pytest.raises(PassphraseTooWeak):
        passphrase.check(five)
    assert "mindst 30 tegn." in strength_words(five)
    passphrase.check("gule støvler går rundt i regnvejret")


def test_no_journal_is_made_without_a_required_recovery_key() -> None:
    with pytest.raises(RecoveryMissing):
        unlock.recovery_key(replace(Settings(), recovery_required=True))
    assert unlock.recovery_key(Settings()) is None


def test_an_invitation_to_another_server_than_the_policys_is_refused() -> None:
    told = {
        "url": "https://felt.kommune.example",
        "pins": ["A" * 43 + "="],
        "key": "A" * 43 + "=",
        "code": "1",
    }
    text = "fj1." + base64.urlsafe_b64encode(json.dumps(told).encode()).decode()
    ours = replace(Settings(), server_url="https://felt.kommune.example")
    assert enrol._read(text, ours)[0].url == "https://felt.kommune.example"
    with pytest.raises(InvitationDamaged):
        enrol._read(text, replace(Settings(), server_url="https://anden.kommune.example"))


def test_the_log_holds_what_its_level_lets_through(tmp_path: Path) -> None:
    found = policy(tmp_path / "p", 'log_level = "ERROR"\n')
    handler = logs.set_up(tmp_path / "log", level=logging.getLevelNamesMapping()[found.log_level])
    try:
        logging.getLogger("app").info("sync: done")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    assert not (tmp_path / "log" / "feltjournal.log").exists()


def test_it_tries_the_server_as_often_as_the_policy_says(qtbot: QtBot, look: Theme, tmp_path: Path) -> None:
    settings = policy(tmp_path / "p", "sync_minutes = 17\n")
    for here in staged(qtbot, tmp_path / "vault", settings, pages=("sync",)):
        assert here.page("sync").keeper._every.interval() == 17 * 60_000


@pytest.mark.parametrize("name", ["allow_print", "allow_export"])
def test_a_paper_that_may_not_be_printed_or_saved_is_not_offered(
    qtbot: QtBot, look: Theme, tmp_path: Path, name: str
) -> None:
    settings = policy(tmp_path / "p", f"{name} = false\n")
    for here in staged(qtbot, tmp_path / "vault", settings, pages=()):
        window: Any = here.window.open("benefits")
        assert not window.print.isEnabled()
        assert window.print.toolTip() == "Styres af din it-afdeling"
        assert not window.save_pdf(tmp_path / "papir.pdf")
        assert not (tmp_path / "papir.pdf").exists()


def test_a_machines_policy_never_lies_where_anybody_may_make_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ProgramData of Windows: there the registry alone decides for the computer."""
    asked: list[object] = []

    def machine() -> Path:
        asked.append(1)
        return tmp_path

    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.setattr(sources, "of_registry", lambda layer: None)
        windows.setattr(sources, "of_installation", lambda: None)
        windows.setattr(sources, "machine_policy", machine)
        found = sources.gathered(tmp_path)
    assert (found, asked) == ((), [])
