"""Notes that do not stand in the case system yet: gone through one by one, each copied and marked in one act."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Topic
from app.services import authority
from app.services.authority import Untransferred
from ui.caseload.authority import hand_over
from ui.desk import Desk
from ui.text import dates
from ui.widgets.list_form import ListForm
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class UntransferredForm(ListForm):
    """The newest first. Enter on a note copies it and asks for its number there; then the list is one shorter."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        title = translate("Untransferred", "Ikke ført i fagsystemet")
        super().__init__(title, translate("Untransferred", "Notater"), parent)
        self._desk = desk
        self.rows.opened.connect(lambda id: hand_over(desk, self, id))
        desk.work.changed.connect(self._on_changed)
        self._reload()

    def _reload(self) -> None:
        now = self._desk.now()
        self._desk.work.latest(
            self, "untransferred", lambda vault: authority.untransferred(vault, now=now), self._show
        )

    def _show(self, found: tuple[Untransferred, ...]) -> None:
        words = (
            translate("Untransferred", "Enter kopierer notatet og spørger om nummeret i fagsystemet.")
            if found
            else translate("Untransferred", "Alle dine notater er ført i fagsystemet.")
        )
        self.show_list(words, rows(found, self._desk.now()))

    def _on_changed(self, changes: Changes) -> None:
        if changes & {Topic.JOURNAL}:
            self._reload()


def rows(found: tuple[Untransferred, ...], now: datetime) -> tuple[Row, ...]:
    return tuple(
        Row(
            one.note,
            "notebook-pen",
            one.title,
            one.participant,
            right=dates.short_date(dates.local(one.happened_at, now).date(), now),
            act=translate("Untransferred", "Kopiér"),
            tone="muted",
        )
        for one in found
    )
