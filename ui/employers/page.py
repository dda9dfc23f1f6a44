"""Arbejdsgivere: the register, and beside it the page of the one that is chosen."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QWidget

from app.domain.changes import Topic
from app.domain.employer import EmployerRow
from app.services import employers
from app.services.employers import EmployerPage
from ui.commands import Command
from ui.desk import Desk, Room
from ui.employers.contact import VISIT, ContactWriter
from ui.employers.employer import EmployerView
from ui.employers.employer_form import EmployerForm
from ui.employers.places import PlacesDialog
from ui.employers.register import Register
from ui.employers.stale import StaleForm
from ui.employers.twins import TwinsForm
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.empty_state import EmptyState
from ui.widgets.fresh import Fresh

_MINE = frozenset({Topic.EMPLOYERS, Topic.OUTBOX})
_NONE, _ONE = 0, 1


class EmployersPage(QWidget):
    """`arrive` takes None, an employer's id, or ("visit", employer or None): back from the visit view."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: UUID | None = None
        self._opened: EmployerPage | None = None
        self._narrow = False
        self.contact = ContactWriter(desk, self, self._choose)
        self._register_commands()
        self.register = Register()
        self.employer = EmployerView(self._buttons())
        self._right = QStackedWidget()
        self._nothing = EmptyState(
            "building-2",
            self.tr("Vælg en arbejdsgiver i listen."),
            button=desk.commands.button("employers.new"),
        )
        self._right.addWidget(self._nothing)
        self._right.addWidget(self.employer)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.register)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([theme().size("list"), theme().size("list") * 2])
        column(self, self._split)
        self.register.chosen.connect(self._chosen)
        self.register.opened.connect(self._go_into)
        self.employer.entry_opened.connect(self.employer.log.unfold)
        Fresh(self, desk.work, _MINE, self._reload).read()

    def arrive(self, target: object) -> None:
        if isinstance(target, tuple) and len(target) == 2 and target[0] == VISIT:
            self._desk.work.run(self, employers.register, self._after_visit)
            target = target[1]
        if isinstance(target, UUID):
            self._choose(target)
        elif self._shown is None and not self._narrow and (first := self.register.first()) is not None:
            self._choose(first)
        if self.register.isVisibleTo(self):
            self.register.take_focus()
        else:
            self.employer.log.setFocus()

    def park(self) -> None:
        self.contact.park()

    def place(self) -> object:
        return self._shown

    def fit(self, room: Room) -> None:
        self._narrow = room is Room.NARROW
        self.employer.fit(room)
        self._take_turns()

    def back(self) -> bool:
        if not self._narrow or self._shown is None:
            return False
        self._leave()
        self.register.cards.setFocus()
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._desk.commands.share_keys_soon()  # when the page before has gone

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._desk.commands.share_keys_soon()

    def _register_commands(self) -> None:
        self._desk.commands.add(
            Command("employers.contact", self.tr("Ny &kontakt"), self._write_contact, ("Ctrl+Shift+B",), "footprints", "employer"),
            Command("employers.visit", self.tr("&Besøgsvisning"), self._visit, ("F8",), "eye-off", "employer"),
            Command("employers.new", self.tr("Ny &arbejdsgiver"), self._create, (), "plus", "employer"),
            Command("employers.edit", self.tr("&Ret arbejdsgiveren"), self._edit, ("F2",), "pencil", "employer", self._has_one),
            Command("employers.places", self.tr("&Steder, personer og dubletter"), self._places, (), "building-2", "employer", self._has_one),
            Command("employers.twins", self.tr("Mulige &dubletter …"), lambda: TwinsForm(self._desk, self).open(), (), "copy", "employer"),
            Command("employers.stale", self.tr("Kontaktpersoner uden kontakt i &to år …"), lambda: StaleForm(self._desk, self).open(), (), "history", "employer"),
            Command("employers.find", self.tr("&Søg i arbejdsgivere"), self._find, ("Ctrl+F",), "search", "employer", self.isVisible),
            owner=self,
        )  # fmt: skip

    def _buttons(self) -> list[QPushButton]:
        make = self._desk.commands.button
        return [make("employers.edit", "glyph"), make("employers.new"), make("employers.contact", "primary")]

    def _has_one(self) -> bool:
        return self._opened is not None and self.isVisible()

    def _reload(self) -> None:
        self._desk.work.latest(self, "register", employers.register, self._show_rows)
        if self._shown is not None:
            self._load(self._shown)

    def _show_rows(self, rows: tuple[EmployerRow, ...]) -> None:
        self.register.show_rows(rows, self._desk.now())
        if not rows:
            self._nothing.show_words(
                "building-2", self.tr("Her kommer arbejdsgiverens kontakter til at stå.")
            )
        else:
            self._nothing.show_words("building-2", self.tr("Vælg en arbejdsgiver i listen."))
        if self._shown is not None:
            self.register.choose(self._shown)
        elif self.isVisible() and not self._narrow and (first := self.register.first()) is not None:
            self._choose(first)

    def _chosen(self, id: object) -> None:
        if isinstance(id, UUID) and not self._narrow:
            self._load(id)

    def _go_into(self, id: object) -> None:
        if isinstance(id, UUID):
            self._load(id)
            self.employer.log.setFocus()

    def _choose(self, id: UUID) -> None:
        self.register.choose(id)
        self._load(id)

    def _load(self, id: UUID) -> None:
        self._shown = id
        self._take_turns()
        self._desk.work.latest(self, "page", lambda vault: employers.open_employer(vault, id), self._show)

    def _show(self, page: EmployerPage | None) -> None:
        self._opened = page
        if page is None:
            self._leave()
        else:
            self.employer.show_page(page, self._desk.now())
            self._right.setCurrentIndex(_ONE)
        self._desk.commands.share_keys()

    def _leave(self) -> None:
        self._shown = self._opened = None
        self._right.setCurrentIndex(_NONE)
        self._take_turns()

    def _take_turns(self) -> None:
        inside = self._shown is not None
        self.register.setVisible(not self._narrow or not inside)
        self._right.setVisible(not self._narrow or inside)

    def _find(self) -> None:
        if self._narrow and self._shown is not None:
            self._leave()
        self.register.search.setFocus()

    def _write_contact(self) -> None:
        """From any page; with the employer that is looked at, if one is."""
        self.contact.open(self.register.rows, self._shown if self.isVisible() else None)

    def _after_visit(self, rows: tuple[EmployerRow, ...]) -> None:
        self.contact.reopen(rows, VISIT)

    def _visit(self) -> None:
        """Nothing but one employer on the screen, from whatever page this is asked."""
        one = self._opened.employer if self._opened is not None and self.isVisible() else None
        self._desk.open("visit", None if one is None else (one.id, one.name, one.contact_person))

    def _create(self) -> None:
        EmployerForm(self._desk, self, None, self._created).open()

    def _created(self, id: UUID) -> None:
        self._desk.go("employers", id)

    def _places(self) -> None:
        if self._opened is not None:
            shown = PlacesDialog(self._desk, self, self._opened.employer, self.register.rows)
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            shown.open()

    def _edit(self) -> None:
        if self._opened is not None:
            EmployerForm(self._desk, self, self._opened.employer, lambda _: None).open()
