"""Mulige dubletter: two entries that may be one employer, made one with a key or said to be two with another."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Topic
from app.domain.employer import Employer
from app.services import duplicates, workplaces
from app.services.duplicates import Pair
from ui.desk import Desk
from ui.text import codes
from ui.widgets.list_form import ListForm
from ui.widgets.row_list import Row

translate = QCoreApplication.translate


class TwinsForm(ListForm):
    """Space makes them one, which can be taken back; Delete: they are two."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        title = translate("Twins", "Mulige dubletter")
        super().__init__(title, title, parent)
        self._desk = desk
        self._pairs: dict[str, Pair] = {}
        self.rows.opened.connect(self._merge)
        self.rows.ticked.connect(self._merge)
        self.rows.postponed.connect(self._part)
        desk.work.changed.connect(self._on_changed)
        self._reload()

    def _reload(self) -> None:
        self._desk.work.latest(self, "twins", duplicates.found, self._show)

    def _show(self, found: tuple[Pair, ...]) -> None:
        self._pairs = {pair.about: pair for pair in found}
        words = (
            translate(
                "Twins",
                "Mellemrum slår de to linjer sammen; det kan fortrydes. Delete: det er to forskellige.",
            )
            if found
            else translate("Twins", "Ingen linjer i registeret ligner hinanden.")
        )
        self.show_list(words, rows(found))

    def _merge(self, about: str) -> None:
        pair, now = self._pairs[about], self._desk.now()
        said = translate("Twins", "De to linjer er én nu. Det kan fortrydes under Steder og personer.")
        job = partial(workplaces.merge, id=pair.other.id, into=pair.keep.id, now=now)
        self._desk.work.run(self, job, lambda _: self._desk.tell(said))

    def _part(self, about: str) -> None:
        pair, now = self._pairs[about], self._desk.now()
        said = translate("Twins", "Det er to arbejdsgivere. Der spørges ikke igen.")
        self._desk.work.run(
            self, lambda vault: duplicates.apart(vault, pair, now=now), lambda _: self._desk.tell(said)
        )

    def _on_changed(self, changes: Changes) -> None:
        if Topic.EMPLOYERS in changes:
            self._reload()


def rows(found: tuple[Pair, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(
            pair.about,
            "building-2",
            translate("Twins", "%1 og %2").replace("%1", pair.keep.name).replace("%2", pair.other.name),
            " · ".join(
                part for part in (codes.likeness(pair.why), _where(pair.keep), _where(pair.other)) if part
            ),
            act=translate("Twins", "Slå sammen"),
            tone="warnText",
            tickable=True,
        )
        for pair in found
    )


def _where(one: Employer) -> str:
    return ", ".join(part for part in (one.address, one.city) if part)
