"""A journal that can only be read: names at the left, what was noted about one at the right. Nothing can be changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QWidget

from app.domain.journal import BODY_TEXTS, Note
from app.services.reading import Case
from ui.text import dates
from ui.widgets.boxes import column, row
from ui.widgets.labels import label


class Reader(QWidget):
    """`asked(id)`; then `show_case`. `incomplete`: the newest changes cannot be seen."""

    asked = Signal(object)

    def __init__(
        self, now: Callable[[], datetime], *, incomplete: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        why = self.tr(
            "Journalens mappe kan ikke skrives i. Her kan du læse, men ikke gemme, og det skrives ikke i sagens log, hvad du "
            "læser. Ring til it-support (kode E-16)."
        )
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Kandidater"))
        self.names.setProperty("kind", "popup")
        self.names.currentItemChanged.connect(self._choose)
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("Notater"))
        self.page.setProperty("kind", "field")
        self.page.setPlaceholderText(self.tr("Vælg en kandidat."))
        box = column(self, gap=3)
        box.addWidget(label(why, "warn", wrap=True))
        if incomplete:
            missing = self.tr(
                "De seneste ændringer, fra før computeren gik ned, kan ikke vises her. De er der endnu."
            )
            box.addWidget(label(missing, "warn", wrap=True))
        both = row(self.names, self.page, gap=4)
        both.setStretch(0, 1)
        both.setStretch(1, 2)
        box.addLayout(both, 1)
        self.setFocusProxy(self.names)

    def show_names(self, found: tuple[tuple[UUID, str], ...]) -> None:
        for id, name in found:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, str(id))
            self.names.addItem(item)

    def show_case(self, found: Case | None) -> None:
        self.page.clear()
        if found is None:
            return
        parts = [found.name, "", *(line for note in found.notes for line in self._lines(note, found))]
        if not found.notes:
            parts.append(self.tr("Ingen notater."))
        self.page.setPlainText("\n".join(parts))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.asked.emit(UUID(item.data(Qt.ItemDataRole.UserRole)))

    def _lines(self, note: Note, found: Case) -> list[str]:
        head = [dates.moment(note.happened_at, self._now()), note.title, found.authors.get(note.author, "")]
        said = [getattr(note, name) for name in BODY_TEXTS]
        return [" · ".join(part for part in head if part), *(text for text in said if text), ""]
