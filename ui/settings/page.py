"""Indstillinger: look, text size and locking. What a policy decides is shown, locked, and says by whom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QComboBox, QSpinBox, QWidget

from app.policy import standing
from app.settings import may_choose
from ui.desk import Desk, Room
from ui.text.managed import managed_by
from ui.theme import measures, theme
from ui.widgets.boxes import column, row, scrolled
from ui.widgets.card import Card
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.labels import label
from ui.widgets.managed import lock_if_managed

Choose = Callable[..., object]
_SHORTEST = 1
_LANGUAGES = ("view.danish", "view.english")
_HELP = ("keys", "help.book", "help.not_kept", "help.about")


class SettingsPage(QWidget):
    """A choice holds at once. `choose(setting=value)` keeps what is not of the look itself."""

    def __init__(self, desk: Desk, choose: Choose) -> None:
        super().__init__()
        self._desk, self._choose = desk, choose
        self.theme, self.text, self.idle = QComboBox(), QComboBox(), QSpinBox()
        self._groups: dict[str, FieldGroup] = {}
        self._lay_out()
        self._show_look()
        self.idle.setRange(_SHORTEST, max(desk.settings.idle_most, _SHORTEST))
        self.idle.setSuffix(self.tr(" min"))
        self.idle.setKeyboardTracking(False)
        self.idle.setValue(desk.settings.idle_minutes)
        self.theme.activated.connect(lambda _: theme().choose(self.theme.currentData()))
        self.text.activated.connect(lambda _: theme().set_text_size(self.text.currentData()))
        self.idle.valueChanged.connect(lambda minutes: self._choose(idle_minutes=minutes))
        theme().changed.connect(self._show_look)

    def arrive(self, target: object) -> None:
        del target
        fields = (self.theme, self.text, self.idle)
        next((field for field in fields if field.isEnabled()), self.policy).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _lay_out(self) -> None:
        looks = {
            "system": self.tr("Som computeren"),
            "light": self.tr("Lyst"),
            "dark": self.tr("Mørkt"),
            "contrast": self.tr("Høj kontrast"),
        }
        for code, words in looks.items():
            self.theme.addItem(words, code)
        for percent in measures.STEPS:
            self.text.addItem(self.tr("%1 %").replace("%1", str(percent)), percent)
        look = Card(self.tr("Udseende"))
        look.body.addWidget(self._field("theme", self.tr("Tema"), self.theme))
        look.body.addWidget(self._field("text_percent", self.tr("Tekststørrelse"), self.text))
        look.body.addLayout(self._languages())
        lock = Card(self.tr("Lås"))
        lock.body.addWidget(
            self._field("idle_minutes", self.tr("Lås, når ingen har rørt noget i"), self.idle)
        )
        hours = self.tr(
            "Journalen låses senest %n time(r) efter oplåsning.", "", self._desk.settings.lock_hours
        )
        lock.body.addWidget(label(hours, "muted", wrap=True))
        lock.body.addLayout(self._acts(("passphrase", "file.lock", "file.cover")))
        inside = QWidget()
        whole = column(inside, label(self.tr("Indstillinger"), "h1"), margins=(9, 6, 9, 5), gap=4.5)
        self._columns = row(gap=5)
        self._columns.addLayout(column(None, look, lock, None, gap=4), 1)
        self._columns.addLayout(column(None, self._guard(), self._help(), self._decided(), None, gap=4), 1)
        whole.addLayout(self._columns, 1)
        inside.setMaximumWidth(2 * theme().size("measure"))
        column(self, scrolled(inside))

    def fit(self, room: Room) -> None:
        across = room is not Room.NARROW
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )

    def _guard(self) -> Card:
        made = Card(self.tr("Vagten"))
        said = self.tr("Den kører kun på denne computer og kan ikke slås fra.")
        if not standing.guard_overrides():
            said = self.tr(
                "Den kører kun på denne computer og kan ikke slås fra. Overvej-ord kan ikke beholdes her."
            )
        made.body.addWidget(label(said, "muted", wrap=True))
        return made

    def _help(self) -> Card:
        made = Card(self.tr("Hjælp"))
        made.body.addLayout(self._acts(_HELP))
        return made

    def _acts(self, ids: tuple[str, ...]) -> Flow:
        """Commands that the menus have too, where one looks for them; those the window has."""
        known = {command.id for command in self._desk.commands}
        return Flow(*(self._desk.commands.button(id, "small") for id in ids if id in known), gap=2, between=2)

    def _languages(self) -> Flow:
        """The commands that the menu Vis has; none where the language cannot be changed."""
        commands, line = self._desk.commands, Flow(gap=2, between=1.5)
        known = {command.id for command in commands}
        for id in [id for id in _LANGUAGES if id in known]:
            button = commands.button(id, "small")
            lock_if_managed(button, self._desk.settings, "language")
            line.addWidget(button)
        return line

    def _field(self, name: str, words: str, field: QWidget) -> FieldGroup:
        """Under a locked field stands by whom; under one that may only be made stricter, how far."""
        settings = self._desk.settings
        group = FieldGroup(words, field)
        field.setMaximumWidth(theme().size("list"))
        if lock_if_managed(field, settings, name):
            group.show_hint(managed_by(settings))
        elif name in settings.decided and may_choose(settings, name):
            most = self.tr("Højst %n minut(ter).", "", settings.idle_most)
            group.show_hint(f"{most} {managed_by(settings)}.")
        self._groups[name] = group
        return group

    def hint(self, name: str) -> str:
        """What stands under the field of a setting."""
        return self._groups[name].field.accessibleDescription()

    def _decided(self) -> Card:
        settings = self._desk.settings
        made = Card(self.tr("Bestemt af kommunen"))
        said = self.tr("Ingen politik er sat på denne computer.")
        if settings.decided:
            count = self.tr("%n indstilling(er) kan ikke ændres her.", "", len(settings.decided))
            said = f"{managed_by(settings)}. {count}"
        made.body.addWidget(label(said, "muted", wrap=True))
        self.policy = self._desk.commands.button("policy")
        made.body.addLayout(row(self.policy, None))
        return made

    def _show_look(self) -> None:
        self.theme.setCurrentIndex(self.theme.findData(theme().choice))
        nearest = min(measures.STEPS, key=lambda step: abs(step - theme().text_size))
        self.text.setCurrentIndex(self.text.findData(nearest))
