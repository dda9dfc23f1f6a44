"""What newer rules of the guard would stop in what is written already: read in the background, put right or erased."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.domain.journal import Note
from app.services import journal, rereading
from app.services.door import Invalid
from app.services.rereading import Erased, Step, ToMend
from ui.desk import Desk
from ui.text import codes, guard
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
FIRST_MS = 60_000
_SHARE = 0.05  # of one core
_LEAST_MS, _MOST_MS = 200, 30_000


class Rereader(QObject):
    """Reads an entry at a time, and rests twenty times as long as it took. `found`: there is something new to show."""

    def __init__(self, desk: Desk, found: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._found = desk, found
        self._begun = 0.0
        self._timer = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._timer.timeout.connect(self.step)
        self._timer.start()

    def step(self) -> None:
        now = self._desk.now()

        def job(vault: Any) -> tuple[Step, float]:
            begun = time.thread_time()
            return rereading.step(vault, now=now), time.thread_time() - begun

        self._desk.work.run(self, job, self._read)

    def _read(self, answer: tuple[Step, float]) -> None:
        step, seconds = answer
        if step.fresh:
            self._found()
        if not step.done:
            rest = round(seconds * 1000 * (1 - _SHARE) / _SHARE)
            self._timer.start(min(max(rest, _LEAST_MS), _MOST_MS))


def rows(found: tuple[ToMend, ...]) -> tuple[Row, ...]:
    return tuple(_row(one) for one in found)


def _row(one: ToMend) -> Row:
    kinds = ", ".join(guard.title(category) for category in one.categories)
    where = (
        translate("Rereading", "Ret notatet") if one.can_correct else translate("Rereading", "Tag ordene ud")
    )
    return Row(
        one, "shield-alert", one.name or translate("Rereading", "Fælles for jobcentret"), kinds,
        act=where, tone="stopText", tickable=True,
    )  # fmt: skip


def open_one(desk: Desk, owner: QObject, one: ToMend, then: Callable[[], object]) -> None:
    """A note is put right by a new one, by which its old words go; anything else has the words taken out."""
    if not one.can_correct:
        erase(desk, owner, one, then)
        return
    now = desk.now()

    def show(note: Note | None) -> None:
        if note is not None:
            desk.open("note", note)

    desk.work.run(owner, lambda vault: journal.open_note(vault, one.id, now=now), show)


def erase(desk: Desk, owner: QObject, one: ToMend, then: Callable[[], object]) -> None:
    """Space: take the words out at once, and leave a mark in their place."""
    now = desk.now()

    def told(outcome: Erased | Invalid) -> None:
        if isinstance(outcome, Invalid):
            desk.tell(codes.wrong(outcome.reason))
        else:
            desk.tell(
                translate(
                    "Rereading",
                    "Ordene er taget ud her. Serveren får det at vide, og kopierne mister dem i løbet af tre dage.",
                )
            )
        then()

    desk.work.run(owner, lambda vault: rereading.erase(vault, one.kind, one.id, now=now), told)
