"""For whom a contact was: none, one or several candidates, each a pill that can be taken away again."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column
from ui.widgets.flow import Flow
from ui.widgets.picker import Choice, Picker


class OnBehalf(QWidget):
    """`changed` when a candidate comes or goes. The field is a Picker; Enter adds, a press on a pill takes away."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.picker = Picker(name)
        self.picker.setPlaceholderText(self.tr("Kan udelades"))
        self.picker.picked.connect(self._add)
        self._choices: dict[UUID, Choice] = {}
        self.pills: dict[UUID, QPushButton] = {}
        self._row = QWidget()
        self._flow = Flow(gap=1.5, between=1.5, parent=self._row)
        self._row.setVisible(False)
        column(self, self.picker, self._row, gap=1.5)
        self.setFocusProxy(self.picker)

    def show_people(self, people: Sequence[tuple[UUID, str]]) -> None:
        self._choices = {id: Choice(id, name) for id, name in people}
        self._offer()

    def chosen(self) -> tuple[UUID, ...]:
        return tuple(self.pills)

    def choose(self, ids: Sequence[str]) -> None:
        """Those of them who are here."""
        for id in [known for known in self._choices if str(known) in ids]:
            self._add(id)

    def is_answered(self) -> bool:
        return self.picker.is_answered()

    def clear(self) -> None:
        for id in tuple(self.pills):
            self._remove(id)

    def _add(self, id: object) -> None:
        if not isinstance(id, UUID) or id in self.pills:
            return
        name = self._choices[id].text
        pill = QPushButton(f" {name}")
        pill.setProperty("kind", "soft")
        pill.setIcon(theme().icon("x", "accentText"))
        pill.setIconSize(theme().icon_size("iconTiny"))
        words = self.tr("Fjern %1").replace("%1", name)
        pill.setAccessibleName(words)
        pill.setToolTip(words)
        pill.clicked.connect(lambda: self._remove(id, told=True))
        self.pills[id] = pill
        self._flow.addWidget(pill)
        self.picker.clear()
        self._offer()
        self._settle()
        announce.say(self, self.tr("%1 er tilføjet.").replace("%1", name))

    def _remove(self, id: UUID, *, told: bool = False) -> None:
        pill = self.pills.pop(id)
        self._flow.removeWidget(pill)
        pill.hide()
        pill.deleteLater()
        self._offer()
        self._settle()
        if told:
            self.picker.setFocus()
            announce.say(self, self.tr("%1 er fjernet.").replace("%1", self._choices[id].text))

    def _offer(self) -> None:
        self.picker.show_choices([choice for id, choice in self._choices.items() if id not in self.pills])

    def _settle(self) -> None:
        self._row.setVisible(bool(self.pills))
        self.changed.emit()
