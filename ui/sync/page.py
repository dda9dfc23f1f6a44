"""Synkronisering: where am I, what waits, what needs a person, what the jobcenter has."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.changes import Topic
from app.domain.journal import Note
from app.errors import FeltjournalError
from app.services import caseload, deciding, employers, enrol, journal, sync
from app.services.deciding import Decided, Gone, Settled
from app.services.door import Held
from app.services.enrol import Enrolled
from app.services.sync import Disagreement, Item
from ui.commands import Command
from ui.desk import Desk, Room
from ui.sync import view
from ui.sync.choices import Choices
from ui.sync.enrol_card import EnrolCard
from ui.sync.keeper import SyncKeeper
from ui.sync.lists import ListCard
from ui.sync.sign_in import BrowserSignIn
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, row, scrolled, surface
from ui.widgets.fresh import Fresh
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label

_MINE = frozenset({Topic.OUTBOX, Topic.SYNC})


@dataclass(frozen=True, slots=True)
class _Lists:
    items: tuple[Item, ...]
    history: tuple[Item, ...]
    disagreements: tuple[Disagreement, ...]
    settled: tuple[Settled, ...]
    names: dict[UUID, str]


class SyncPage(QWidget):
    """Holds the keeper, so syncing begins when the pages are made and ends when they go. `arrive` takes nothing."""

    def __init__(self, desk: Desk, *, begin: bool = True) -> None:
        """`begin`: try at once; a picture of the page does not."""
        super().__init__()
        self._desk = desk
        self.keeper = SyncKeeper(desk, self)
        self._asked = False
        desk.commands.add(
            Command("sync.now", self.tr("&Synkronisér nu"), self._sync_now, ("Ctrl+Shift+S",), "refresh-cw", "file"),
            owner=self,
        )  # fmt: skip
        self.button = desk.commands.button("sync.now", "primary")
        self._glyph, self._title = Glyph("cloud-off", "accentText", "iconFact"), label("", "title", wrap=True)
        self._lines = label("", "muted", wrap=True)
        self._clock, self._aside = label("", "warn", wrap=True), label("", "muted", wrap=True)
        self.rejoined = label("", "warn", wrap=True)
        self.two_copies = label("", "warn", wrap=True)
        self.enrol = EnrolCard()
        self.waiting = ListCard(self.tr("Venter"), empty=self.tr("Intet venter."))
        self.choices = Choices()
        self.held = ListCard(
            self.tr("Afvist af serverens vagt"),
            self.tr("Teksten ligger kun her. Ret den, så den kan sendes."),
        )
        self.parked = ListCard(
            self.tr("Ligger hos jobcentret"), self.tr("Sendt og modtaget, men ikke lagt ind i sagen.")
        )
        self.settled = ListCard(self.tr("Afgjort"), self.tr("Den udgave, der ikke blev valgt, er gemt her."))
        self.history = ListCard(
            self.tr("Historik"), self.tr("Jobcentret har kvitteret."), empty=self.tr("Intet er sendt endnu.")
        )
        self._lay_out()
        self.held.rows.opened.connect(self._open)
        self._last: Decided | None = None
        self.choices.chosen.connect(self._choose)
        self.choices.undone.connect(self._undo)
        self.enrol.asked.connect(self._enrol)
        self._browser = BrowserSignIn(desk.work, lambda: desk.settings, desk.now, self)
        self._browser.enrolled.connect(self._enrolled)
        self._browser.failed.connect(self._not_enrolled)
        self.enrol.offer_sign_in(known=desk.settings.server is not None)
        self.enrol.sign_in.connect(self._browser.begin)
        self.enrol.given_up.connect(self._browser.give_up)
        self.keeper.changed.connect(self._show_state)
        Fresh(self, desk.work, _MINE, self._reload).read()
        if begin:
            self.keeper.start()
        else:
            self.keeper.refresh()

    def arrive(self, target: object) -> None:
        del target
        (self.enrol if self.enrol.isVisibleTo(self) else self.button).setFocus()

    def fit(self, room: Room) -> None:
        across = room is not Room.NARROW
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        )

    def _sync_now(self) -> None:
        """Where it cannot, the page says why instead of a button that does nothing."""
        self._asked = True
        if self.keeper.status is not None and not self.keeper.status.enrolled:
            self._desk.go("sync", None)
            self._say_state()
        else:
            self.keeper.sync_now()

    def _say_state(self) -> None:
        self._asked = False
        if (state := self.keeper.state) is not None:
            announce.say(self, state.sentence())

    def _show_state(self) -> None:
        state, status = self.keeper.state, self.keeper.status
        if state is None or status is None:
            return
        self._glyph.show_icon(state.icon, "accentText")
        self._title.setText(state.title)
        self._lines.setText("\n".join(state.lines))
        self._top.setAccessibleName(state.sentence())
        self._clock.setText(view.clock(status))
        self._aside.setText(view.aside(status))
        self.two_copies.setText(view.two_copies(status.two_copies, self._desk.now()))
        older = None if status.two_copies else status.rejoined  # they take up each other's words by turns
        self.rejoined.setText(view.rejoined(older, self._desk.now()))
        for part in (self._lines, self._clock, self._aside, self.rejoined, self.two_copies):
            part.setVisible(bool(part.text()))
        if self._asked and not self.keeper.running:
            self._say_state()
        self.enrol.setVisible(not status.enrolled)
        self.button.setVisible(status.enrolled)
        self._show_button()

    def _show_button(self) -> None:
        running = self.keeper.running
        self.button.setEnabled(not running or self.button.hasFocus())
        self.button.setText(" " + (self.tr("Synkroniserer …") if running else self.tr("Synkronisér nu")))

    def _reload(self) -> None:
        def job(vault: Any) -> _Lists:
            found, done = sync.disagreements(vault), deciding.settled(vault)
            names: dict[UUID, str] = {}
            if found or done:
                names = caseload.names(vault)
                names |= {one.employer.id: one.employer.name for one in employers.register(vault)}
            return _Lists(sync.waiting_list(vault), sync.history(vault), found, done, names)

        self._desk.work.latest(self, "lists", job, self._show_lists)

    def _show_lists(self, lists: _Lists) -> None:
        now = self._desk.now()
        self.waiting.show_list(view.waiting(lists.items, now), whole=len(view.unconfirmed(lists.items)))
        self.held.show_list(view.held(lists.items, now))
        self.parked.show_list(view.parked(lists.items, now))
        self.history.show_list(view.history(lists.history, now), len(lists.history))
        self.choices.show_choices([view.choice(one, lists.names, now) for one in lists.disagreements])
        self.settled.show_list(view.settled(lists.settled, lists.names, now))

    def _choose(self, rev: int, field: str, value: Any, typed: bool) -> None:  # noqa: FBT001
        now = self._desk.now()
        self._desk.work.run(
            self,
            lambda vault: deciding.decide(vault, rev, field, value, typed=typed, now=now),
            lambda done: self._chosen(done, rev, field),
        )

    def _chosen(self, done: Decided | Held | Gone, rev: int, field: str) -> None:
        if isinstance(done, Held):
            self.choices.held(rev, field)
        elif isinstance(done, Decided):
            self._last = done
            said = self.tr(
                "Valgt. Det sendes ved næste synkronisering, og den anden udgave er gemt under Afgjort."
            )
            self.choices.show_decided(said)
            self.choices.undo.setFocus()
            announce.say(self, said)

    def _undo(self) -> None:
        done, now = self._last, self._desk.now()
        self._last = None
        self.choices.show_decided("")
        if done is not None:
            self._desk.work.run(
                self,
                lambda vault: deciding.undo(vault, done, now=now),
                lambda _: self.button.setFocus(),
            )

    def _open(self, item: Item) -> None:
        """A note is corrected by a new one; anything else is opened where it can be changed."""
        now = self._desk.now()
        if item.what == "note":
            self._desk.work.run(self, lambda v: journal.open_note(v, item.id, now=now), self._correct)
        elif item.participant is not None:
            self._desk.go("caseload", item.participant)
        else:
            self._desk.go("employers", None)

    def _correct(self, note: Note | None) -> None:
        if note is not None:
            self._desk.open("note", note)

    def _enrol(self, code: str) -> None:
        settings, now = self._desk.settings, self._desk.now()
        self._desk.work.run_link(
            self,
            lambda vault: enrol.enrol(vault, settings, code, machine=platform.node(), now=now),
            self._enrolled,
            self._not_enrolled,
        )

    def _enrolled(self, done: Enrolled) -> None:
        self.enrol.finished()
        where = done.identity.feed_name or ""
        self._desk.tell(self.tr("Computeren er tilmeldt %1. Dine kandidater hentes nu.").replace("%1", where))
        self.keeper.sync_now()
        self.button.setVisible(True)
        self.button.setFocus()

    def _not_enrolled(self, error: FeltjournalError) -> None:
        self.enrol.failed(error)

    def _lay_out(self) -> None:
        body = QWidget()
        whole = column(body, margins=(9, 6, 9, 4), gap=4.5)
        whole.addLayout(row(label(self.tr("Synkronisering"), "h1"), None, self.button, gap=2.5))
        self._top = surface("card")
        lines = column(
            None, self._title, self._lines, self.two_copies, self.rejoined, self._clock, self._aside, gap=1
        )
        top = row(gap=3.5)
        top.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(lines, 1)
        column(self._top, top, margins=(5, 4, 5, 4))
        whole.addWidget(self._top)
        whole.addWidget(self.enrol)
        left = column(None, self.choices, self.held, self.waiting, self.parked, None, gap=4)
        right = column(None, self.history, self.settled, None, gap=4)
        self._columns = row(gap=5)
        self._columns.addLayout(left, 3)
        self._columns.addLayout(right, 2)
        whole.addLayout(self._columns, 1)
        for card in (self.choices, self.held, self.parked, self.enrol, self.settled):
            card.setVisible(False)
        column(self, scrolled(body))
        self.setMinimumHeight(theme().size("windowMinHeight") // 2)
