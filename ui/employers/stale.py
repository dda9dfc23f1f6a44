"""Contact persons nobody has needed for two years: kept with one key, or forgotten with another."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Topic
from app.services import workplaces
from app.services.workplaces import StalePerson
from ui.desk import Desk
from ui.text import dates
from ui.widgets.list_form import ListForm
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class StaleForm(ListForm):
    """Space keeps a person for two more years; Delete forgets name, telephone and mail, here and everywhere."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        title = translate("Stale", "Kontaktpersoner uden kontakt i to år")
        super().__init__(title, translate("Stale", "Kontaktpersoner"), parent)
        self._desk = desk
        self.rows.opened.connect(self._keep_person)
        self.rows.ticked.connect(self._keep_person)
        self.rows.postponed.connect(self._forget)
        desk.work.changed.connect(self._on_changed)
        self._reload()

    def _reload(self) -> None:
        now = self._desk.now()
        self._desk.work.latest(
            self, "stale", lambda vault: workplaces.stale_people(vault, now=now), self._show
        )

    def _show(self, found: tuple[StalePerson, ...]) -> None:
        words = (
            translate("Stale", "Mellemrum beholder personen. Delete glemmer navn, telefon og mail.")
            if found
            else translate("Stale", "Der er ingen at tage stilling til.")
        )
        self.show_list(words, rows(found, self._desk.now()))

    def _keep_person(self, id: UUID) -> None:
        self._do(workplaces.keep_person, id, translate("Stale", "Beholdt. Der spørges igen om to år."))

    def _forget(self, id: UUID) -> None:
        self._do(workplaces.forget_person, id, translate("Stale", "Kontaktpersonen er glemt."))

    def _do(self, act: Any, id: UUID, said: str) -> None:
        now = self._desk.now()
        self._desk.work.run(self, lambda vault: act(vault, id, now=now), lambda _: self._desk.tell(said))

    def _on_changed(self, changes: Changes) -> None:
        if Topic.EMPLOYERS in changes:
            self._reload()


def rows(found: tuple[StalePerson, ...], now: datetime) -> tuple[Row, ...]:
    never = translate("Stale", "aldrig")
    return tuple(
        Row(
            one.person.id,
            "user-round",
            one.person.name,
            " · ".join(part for part in (one.person.function, one.employer) if part),
            right=dates.short_date(one.last_on, now) if one.last_on else never,
            act=translate("Stale", "Behold"),
            tone="warnText",
            tickable=True,
        )
        for one in found
    )
