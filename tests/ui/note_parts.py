"""What the tests of the note window stand on: a real vault with two candidates, a real worker, a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.journal import Draft, Note
from app.guard import review
from app.services import caseload, journal
from app.services.door import Saved
from app.settings import Settings
from tests.vault_parts import NOW, new_vault
from ui.commands import Commands
from ui.desk import Desk
from ui.note import NoteWindow
from ui.theme import Theme
from ui.work import Work

T = TypeVar("T")
SLIP = "Hun er begyndt på Sertralin 50 mg og er træt om formiddagen."
MILD = "Hendes nummer er 710384-0000."
PLAIN = "Mødte Amira på biblioteket. Hun vil gerne prøve tre formiddage."


@dataclass
class Bench:
    """Everything a note window needs, real but for the toast and the other windows."""

    qtbot: QtBot
    place: Path
    work: Work
    amira: UUID
    aaberg: UUID
    told: list[str] = field(default_factory=list)
    windows: list[NoteWindow] = field(default_factory=list)
    owner: QObject = field(default_factory=QObject)

    def desk(self) -> Desk:
        return Desk(
            work=self.work,
            settings=Settings(),
            commands=Commands(self.owner),
            now=lambda: NOW,
            tell=lambda text, undo=None, *, urgent=False: self.told.append(text),
            go=lambda page, target: None,
            open=lambda name, target: QWidget(),
            count=lambda page, n: None,
            show_state=lambda state: None,
        )

    def open(self, **what: Any) -> NoteWindow:
        window = NoteWindow(self.desk(), **what)
        self.windows.append(window)
        window.show()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        return window

    def ask(self, job: Callable[[Any], T]) -> T:
        """What the vault says, in its turn after everything asked before."""
        answers: list[T] = []
        self.work.run(self.owner, job, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
        return answers[0]

    def drafts(self) -> tuple[Draft, ...]:
        return self.ask(journal.drafts)

    def notes(self, who: UUID | None = None) -> tuple[Note, ...]:
        """Every version of every note, as a page would open it."""
        entries = self.ask(partial(journal.timeline, participant=who or self.amira, now=NOW))
        found = [self.ask(partial(journal.open_note, id=entry.id, now=NOW)) for entry in entries]
        return tuple(note for note in found if note is not None)

    def write(self, **fields: Any) -> Note:
        note = journal.NoteFields(
            **{"participant": self.amira, "title": "Samtale", "happened_at": NOW, **fields}
        )
        outcome = self.ask(partial(journal.write_note, note=note, now=NOW))
        assert isinstance(outcome, journal.Saved)
        return outcome.note

    def type(self, words: str) -> None:
        """Keys to whatever has the focus."""
        self.qtbot.keyClicks(QApplication.focusWidget(), words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def judged(self, window: NoteWindow, count: int) -> None:
        """Wait until the guard has read everything, found so much, and shows it."""
        fields = [window.head.title, *window.sheet.edits.values()]
        self.qtbot.waitUntil(lambda: all(field.is_judged() for field in fields), timeout=10_000)
        assert len(window.panel.cards()) == count
        QApplication.processEvents()  # what is put into a layout is shown by an event

    def kept(self, window: NoteWindow) -> None:
        """Wait until the store has said yes."""
        self.qtbot.waitUntil(lambda: "Gemt på denne computer" in window.bar.safety.text(), timeout=10_000)

    def gone(self, window: QWidget) -> None:
        self.qtbot.waitUntil(lambda: not isValid(window), timeout=10_000)


@pytest.fixture
def bench(qtbot: QtBot, look: Theme, tmp_path: Path) -> Iterator[Bench]:
    del look
    review("læser ordlisterne")
    place, work = tmp_path / "vault", Work()
    with qtbot.waitSignal(work.unlocked, timeout=20_000):
        work.unlock(work, lambda: new_vault(place), lambda error: pytest.fail(repr(error)))
    made = Bench(qtbot, place, work, UUID(int=0), UUID(int=0))
    made.amira, made.aaberg = (_candidate(made, name) for name in ("Amira Holm", "Bo Åberg"))
    yield made
    for window in made.windows:
        if isValid(window):
            window._over = True
            window.close()
    work.stop()


def _candidate(bench: Bench, name: str) -> UUID:
    outcome = bench.ask(partial(caseload.create, fields={"name": name}, now=NOW))
    assert isinstance(outcome, Saved)
    return outcome.id
