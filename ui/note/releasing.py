"""Words that only look clinical: a leader releases them with a reason; anybody else is told whom to ask."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from app.guard import Finding
from app.services import releasing
from app.services.door import Invalid, Saved
from ui.desk import Desk
from ui.note.findings import Found
from ui.note.guarding import Guarding
from ui.text import codes

translate = QCoreApplication.translate


class Releasing(QObject):
    """Between the guard's cards and the jobcenter's list of released words."""

    def __init__(self, desk: Desk, guarding: Guarding, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._guarding, self._owner = desk, guarding, owner
        self._leads = False
        guarding.alike.connect(self.ask)
        desk.work.run(owner, releasing.may_release, self._lead)

    def count(self) -> None:
        """The note is in the journal: what was answered on the way is counted by rule."""
        answers, now = self._guarding.answers(), self._desk.now()
        if answers:
            self._desk.work.run(
                self._desk.work, lambda vault: releasing.count(vault, answers, now=now), lambda _: None
            )

    def ask(self, item: Found, text: str) -> None:
        if not self._leads:
            self._desk.tell(
                translate(
                    "Note",
                    "Kun en teamleder kan frigive ordene. Skriv uden dem nu, og bed teamlederen skrive dem i et notat og trykke Frigiv.",
                ),
                urgent=True,
            )
            return
        menu = QMenu(self._owner)
        menu.setAccessibleName(translate("Note", "Hvad er ordene?"))
        for reason, words in (
            ("name", translate("Note", "Et &navn")),
            ("product", translate("Note", "Et &produkt")),
            ("place", translate("Note", "Et &sted")),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, why=reason: self.put_out(item, text, why))
        menu.popup(QCursor.pos())
        menu.setActiveAction(menu.actions()[0])

    def put_out(self, item: Found, text: str, reason: str) -> None:
        spot, now = item.spot, self._desk.now()
        finding = Finding(spot.start, spot.end, spot.category, spot.level, spot.rule)

        def job(vault: Any) -> Saved | Invalid:
            return releasing.put_out(vault, text=text, finding=finding, reason=reason, now=now)

        self._desk.work.run(self._owner, job, self._told)

    def _told(self, outcome: Saved | Invalid) -> None:
        if isinstance(outcome, Invalid):
            self._desk.tell(codes.wrong(outcome.reason))
            return
        self._guarding.judge_again()
        self._desk.tell(
            translate("Note", "Ordene er frigivet for hele jobcentret. Kun et aftryk af dem er gemt.")
        )

    def _lead(self, leads: bool) -> None:  # noqa: FBT001
        self._leads = leads
        self._guarding.lead(leads)
