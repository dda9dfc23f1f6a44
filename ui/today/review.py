"""The leader's look through the log of employer contacts: what was done, by whom, and a mark that it was read."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Topic
from app.services import leader, workplaces
from app.services.leader import LogLine
from ui.desk import Desk
from ui.text import codes, dates
from ui.widgets.list_form import ListForm
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class ReviewForm(ListForm):
    """No candidate is named. Space or Enter marks a line as gone through; the button marks them all."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        title = translate("Review", "Arbejdsgiverkontakter at se igennem")
        every = translate("Review", "Alle er set igennem")
        super().__init__(title, translate("Review", "Kontakter"), parent, act=every)
        self._desk = desk
        self._left: tuple[UUID, ...] = ()
        self.asked.connect(lambda: self._mark(self._left))
        self.rows.opened.connect(lambda id: self._mark((id,)))
        self.rows.ticked.connect(lambda id: self._mark((id,)))
        desk.work.changed.connect(self._on_changed)
        self._reload()

    def _reload(self) -> None:
        now = self._desk.now()
        self._desk.work.latest(self, "log", lambda vault: leader.log(vault, now=now), self._show)

    def _show(self, found: tuple[LogLine, ...]) -> None:
        self._left = tuple(one.contact for one in found)
        hint = translate("Review", "De seneste fire uger. Mellemrum: set igennem.")
        self.show_list(hint, rows(found, self._desk.now()))
        if not found and self.isVisible():
            self.accept()

    def _mark(self, seen: tuple[UUID, ...]) -> None:
        now = self._desk.now()
        said = translate("Review", "Set igennem.")
        self._desk.work.run(
            self, lambda vault: workplaces.review(vault, seen, now=now), lambda _: self._desk.tell(said)
        )

    def _on_changed(self, changes: Changes) -> None:
        if Topic.EMPLOYERS in changes:
            self._reload()


def rows(found: tuple[LogLine, ...], now: datetime) -> tuple[Row, ...]:
    return tuple(
        Row(
            one.contact,
            "building-2",
            one.employer,
            " · ".join(
                part
                for part in (
                    one.author,
                    codes.mode(one.mode),
                    codes.purpose(one.purpose),
                    codes.outcome(one.outcome) if one.outcome else "",
                    translate("Review", "på vegne af %1").replace("%1", str(one.on_behalf))
                    if one.on_behalf
                    else "",
                )
                if part
            ),
            right=dates.moment(one.at, now),
            act=translate("Review", "Set"),
            tone="accentText",
            tickable=True,
        )
        for one in found
    )
