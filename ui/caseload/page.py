"""Kandidater: the list, and beside it the page of the one that is chosen."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from PySide6.QtWidgets import QPushButton, QSplitter, QStackedWidget, QWidget

from app.domain.changes import Changes, Topic
from app.domain.journal import EntryKind, Note, TimelineEntry
from app.domain.participant import CaseloadRow, Step
from app.services import calendar, caseload, journal
from app.services.caseload import ParticipantPage
from ui.caseload import plan
from ui.caseload.candidate import Candidate
from ui.caseload.roster import Roster
from ui.commands import Command
from ui.desk import Desk, Room
from ui.theme import theme
from ui.widgets.boxes import column
from ui.widgets.empty_state import EmptyState

_LIST = frozenset({Topic.CASELOAD, Topic.CALENDAR, Topic.TASKS, Topic.JOURNAL, Topic.EMPLOYERS})
_PAGE = _LIST | {Topic.OUTBOX}
_NONE, _ONE = 0, 1


class CaseloadPage(QWidget):
    """`arrive` takes None, a participant's id, or ("note", participant, note)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: UUID | None = None
        self._opened: ParticipantPage | None = None
        self._waiting_note: UUID | None = None
        self._narrow = False
        self._commands = self._register()
        self.destroyed.connect(lambda _=None, c=desk.commands, ids=self._commands: c.remove(*ids))
        self.roster = Roster()
        self.candidate = Candidate(self._buttons())
        self._none = EmptyState("users", self.tr("Vælg en kandidat i listen."))
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        self._right.addWidget(self.candidate)
        self._split = QSplitter()
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.roster)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([theme().size("list"), theme().size("list") * 2])
        column(self, self._split)
        self._connect()
        self._reload_list()

    def arrive(self, target: object) -> None:
        if isinstance(target, tuple) and len(target) == 3:
            _, participant, self._waiting_note = target
            self._choose(participant)
        elif isinstance(target, UUID):
            self._choose(target)
        elif self._shown is None and not self._narrow and (first := self.roster.first()) is not None:
            self._choose(first)
        if target is None or not self._narrow:
            self.roster.cards.setFocus()

    def place(self) -> object:
        return self._shown

    def fit(self, room: Room) -> None:
        self._narrow = room is Room.NARROW
        self.candidate.fit(room)
        self._take_turns()

    def back(self) -> bool:
        if not self._narrow or self._shown is None:
            return False
        self._shown = None
        self._right.setCurrentIndex(_NONE)
        self._take_turns()
        self.roster.cards.setFocus()
        return True

    def _connect(self) -> None:
        self.roster.chosen.connect(self._chosen)
        self.roster.opened.connect(self._go_into)
        self.candidate.entry_opened.connect(self._open_entry)
        self.candidate.step_ticked.connect(self._tick)
        self.candidate.step_postponed.connect(self._postpone)
        self.candidate.step_wanted.connect(self._add_step)
        self.candidate.cpr_wanted.connect(self._ask_cpr)
        self._desk.work.changed.connect(self._on_changed)

    def _register(self) -> tuple[str, ...]:
        one = self._has_one
        made = (
            Command("caseload.find", self.tr("&Søg i listen"), self._find, ("Ctrl+F",), "search", "candidate", self.isVisible),
            Command("caseload.appointment", self.tr("Ny &aftale"), self._add_appointment, ("Ctrl+Shift+A",), "calendar-days", "candidate", one),
            Command("caseload.step", self.tr("Tilføj &næste skridt"), self._add_step, ("Ctrl+Shift+N",), "list-checks", "candidate", one),
            Command("caseload.note", self.tr("Nyt notat om &kandidaten"), self._write_note, (), "notebook-pen", "candidate", one),
            Command("caseload.edit", self.tr("&Ret kandidaten"), self._edit, ("F2",), "pencil", "candidate", one),
            Command("caseload.new", self.tr("&Opret kandidat"), self._create, (), "user-round", "candidate"),
        )  # fmt: skip
        self._desk.commands.add(*made)
        return tuple(command.id for command in made)

    def _buttons(self) -> list[QPushButton]:
        note = QPushButton(self.tr("Nyt notat"))
        note.setProperty("kind", "primary")
        note.setIcon(theme().icon("notebook-pen", "onAccent"))
        note.setIconSize(theme().icon_size())
        note.setToolTip(self.tr("Nyt notat om kandidaten (Ctrl+N)"))
        note.clicked.connect(self._write_note)
        return [
            self._desk.commands.button("caseload.appointment"),
            note,
            self._desk.commands.button("caseload.edit", "glyph"),
        ]

    def _has_one(self) -> bool:
        return self._shown is not None and self.isVisible()

    def _reload_list(self) -> None:
        now = self._desk.now()
        self._desk.work.latest(self, "list", lambda vault: caseload.overview(vault, now=now), self._show_list)

    def _show_list(self, rows: tuple[CaseloadRow, ...]) -> None:
        self.roster.show_rows(rows, self._desk.now())
        self._desk.count("caseload", len(rows))
        if self._shown is not None:
            self.roster.choose(self._shown)
        elif self.isVisible() and not self._narrow and (first := self.roster.first()) is not None:
            self._choose(first)

    def _chosen(self, id: object) -> None:
        if isinstance(id, UUID) and not self._narrow:
            self._load(id)

    def _go_into(self, id: object) -> None:
        if isinstance(id, UUID):
            self._load(id)
            self.candidate.timeline.setFocus()

    def _choose(self, id: UUID) -> None:
        self.roster.choose(id)
        self._load(id)

    def _load(self, id: UUID) -> None:
        """Whatever is shown has been seen: the access log tells of every time."""
        now = self._desk.now()
        self._shown = id
        self._take_turns()
        self._desk.work.latest(
            self,
            "page",
            lambda v: (caseload.open_participant(v, id, now=now), journal.timeline(v, id, now=now)),
            self._show,
        )

    def _show(self, found: tuple[ParticipantPage | None, tuple[TimelineEntry, ...]]) -> None:
        page, entries = found
        self._opened = page
        if page is None:
            self._shown = None
            self._right.setCurrentIndex(_NONE)
            return
        now = self._desk.now()
        self.candidate.show_page(page, now)
        self.candidate.show_timeline(entries, now)
        self._right.setCurrentIndex(_ONE)
        self._desk.commands.refresh()
        if self._waiting_note is not None:
            self.candidate.timeline.choose((EntryKind.NOTE, self._waiting_note))
            self.candidate.timeline.setFocus()
            self._waiting_note = None

    def _on_changed(self, changes: Changes) -> None:
        if changes & _LIST:
            self._reload_list()
        if self._shown is not None and changes & _PAGE:
            self._load(self._shown)

    def _take_turns(self) -> None:
        inside = self._shown is not None
        self.roster.setVisible(not self._narrow or not inside)
        self._right.setVisible(not self._narrow or inside)

    def _find(self) -> None:
        self.roster.search.setFocus()

    def _write_note(self) -> None:
        self._desk.open("note", self._shown)

    def _open_entry(self, id: object) -> None:
        if isinstance(id, tuple) and id[0] is EntryKind.NOTE:
            now = self._desk.now()
            self._desk.work.run(self, lambda v: journal.open_note(v, id[1], now=now), self._correct)
        else:
            self.candidate.timeline.unfold(id)

    def _correct(self, note: Note | None) -> None:
        if note is not None:
            self._desk.open("note", note)

    def _add_appointment(self) -> None:
        if self._shown is not None:
            plan.appointment(self._desk, self, self._shown)

    def _add_step(self) -> None:
        if self._shown is not None:
            plan.next_step(self._desk, self, self._shown)

    def _edit(self) -> None:
        if self._opened is not None:
            plan.candidate(self._desk, self, self._opened.participant, lambda _: None)

    def _create(self) -> None:
        plan.candidate(self._desk, self, None, self._choose)

    def _ask_cpr(self) -> None:
        if (id := self._shown) is not None:
            now = self._desk.now()
            self._desk.work.run(self, lambda v: caseload.show_cpr(v, id, now=now), self.candidate.show_cpr)

    def _tick(self, step: Step) -> None:
        """Done, or not done after all."""
        now = self._desk.now()
        if step.is_task:
            act = calendar.do_task if step.done_at is None else calendar.undo_task
        else:
            act = calendar.hold_appointment if step.done_at is None else calendar.reopen_appointment
        self._desk.work.run(self, lambda v: act(v, step.id, now=now), lambda _: self._told(step))

    def _told(self, step: Step) -> None:
        if step.done_at is None:
            back = calendar.undo_task if step.is_task else calendar.reopen_appointment
            now = self._desk.now()
            self._desk.tell(
                self.tr("Gjort: %1").replace("%1", step.title),
                lambda: self._desk.work.run(self, lambda v: back(v, step.id, now=now), lambda _: None),
            )

    def _postpone(self, step: Step) -> None:
        if not step.is_task or step.done_at is not None:
            return
        now = self._desk.now()
        due = now.date() + timedelta(days=1)
        self._desk.work.run(
            self,
            lambda v: calendar.postpone_task(v, step.id, due_on=due, now=now),
            lambda _: self._desk.tell(self.tr("Flyttet til i morgen.")),
        )
