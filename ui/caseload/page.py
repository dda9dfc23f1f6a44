"""Kandidater: the list, and beside it the page of the one that is chosen."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.domain.changes import Changes, Topic
from app.domain.journal import EntryKind, Note, TimelineEntry
from app.domain.participant import CaseloadRow, Step
from app.services import caseload, journal, leader
from app.services.caseload import ParticipantPage
from ui.agenda import acts, forms
from ui.caseload import authority, lists, misfiled, plan, sections
from ui.caseload.candidate import TIMELINE, Candidate
from ui.caseload.markers import MarkersForm
from ui.caseload.roster import Roster
from ui.caseload.section import Section
from ui.caseload.untransferred import UntransferredForm
from ui.commands import Command
from ui.desk import Desk, Room
from ui.widgets.boxes import row_in
from ui.widgets.empty_state import EmptyState
from ui.widgets.form import Form
from ui.widgets.fresh import Fresh

_LIST = frozenset({Topic.CASELOAD, Topic.CALENDAR, Topic.TASKS, Topic.JOURNAL, Topic.EMPLOYERS})
_PAGE = _LIST | {Topic.OUTBOX}
_NONE, _ONE = 0, 1
Found = tuple[ParticipantPage | None, tuple[TimelineEntry, ...]]


class CaseloadPage(QWidget):
    """`arrive` takes None, a participant's id, ("note", participant, note) or ("section", participant, its name)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: UUID | None = None
        self._opened: ParticipantPage | None = None
        self._wanted_note: UUID | None = None
        self._narrow = self._stale = self._go_in = self._listed = self._waiting = False
        self._wanted_section = ""
        self._reasons: dict[UUID, str] = {}
        self._asking: Form | None = None
        self._kinds = sections.kinds()
        self._register()
        self.roster = Roster()
        self.candidate = Candidate(self._buttons(), [(kind, Section(desk, kind)) for kind in self._kinds])
        self._none = EmptyState(
            "users", self.tr("Vælg en kandidat i listen."), button=desk.commands.button("caseload.new")
        )
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        self._right.addWidget(self.candidate)
        row_in(self, self.roster, gap=0).addWidget(self._right, 1)
        self._connect()
        Fresh(self, desk.work, _LIST, self._reload_list, behind=self._reload_list).read()

    def arrive(self, target: object) -> None:
        """With nobody asked for, whoever was here last, else the first who needs something done."""
        self._waiting = not self._listed
        if isinstance(target, tuple) and len(target) == 3:
            self._arrive_inside(*target)
        elif isinstance(target, UUID):
            self._choose(target, into=True)
        elif self._shown is None:
            if not self._waiting:
                self._choose_first()
        elif self._stale:
            self._load(self._shown)
        if self.roster.isVisibleTo(self):
            self.roster.take_focus(quietly=self._shown is not None)
        else:
            self.candidate.take_focus()

    def _arrive_inside(self, what: str, participant: UUID, where: object) -> None:
        """At a note, or in a section of somebody's page."""
        if what == "note" and isinstance(where, UUID):
            self._wanted_note = where
        else:
            self._wanted_section = str(where)
        self._choose(participant, into=True)

    def place(self) -> object:
        return self._shown

    def subject(self) -> object:
        return self._shown

    def fit(self, room: Room) -> None:
        self._narrow = room is Room.NARROW
        self.roster.fit(room)
        self.candidate.fit(room)
        self._take_turns()

    def back(self) -> bool:
        if not self._narrow or self._shown is None:
            return False
        self._leave()
        self.roster.take_focus(quietly=True)
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._desk.commands.share_keys_soon()  # when the page before has gone

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._desk.commands.share_keys_soon()

    def _connect(self) -> None:
        side = self.candidate.side
        self.roster.chosen.connect(self._chosen)
        self.roster.opened.connect(self._go_into)
        self.candidate.entry_opened.connect(self._open_entry)
        side.step_ticked.connect(self._tick)
        side.step_opened.connect(self._open_step)
        side.step_postponed.connect(self._postpone)
        side.step_wanted.connect(self._add_step)
        side.cpr_wanted.connect(self._ask_cpr)
        self._desk.work.changed.connect(self._on_changed)

    def _register(self) -> None:
        one, here = self._has_one, self.isVisible
        self._desk.commands.add(
            Command("caseload.find", self.tr("&Søg i listen"), self._find, ("Ctrl+F",), "search", "candidate", here),
            Command("caseload.next", self.tr("&Næste i listen"), lambda: self.roster.step(1), ("Alt+Down",), "", "candidate", one),
            Command("caseload.before", self.tr("&Forrige i listen"), lambda: self.roster.step(-1), ("Alt+Up",), "", "candidate", one),
            Command("caseload.appointment", self.tr("Ny &aftale"), self._add_appointment, ("Ctrl+Shift+A",), "calendar-days", "candidate", one),
            Command("caseload.step", self.tr("&Tilføj næste skridt"), self._add_step, ("Ctrl+Shift+N",), "list-checks", "candidate", one),
            Command("caseload.cpr", self.tr("&Vis CPR"), self._ask_cpr, (), "eye", "candidate", self._has_cpr),
            Command("caseload.edit", self.tr("&Ret kandidaten"), self._edit, ("F2",), "pencil", "candidate", one),
            Command("caseload.new", self.tr("&Opret kandidat"), self._create, (), "user-round", "candidate"),
            Command("caseload.package", self.tr("Aktindsi&gt: gem hele sagen …"), self._take_out, (), "download", "candidate", self._may_take_out),
            Command("caseload.lists", self.tr("Indlæs kode&liste eller satser …"), lambda: lists.ask(self._desk, self), (), "upload", "file"),
            Command("caseload.hand-over", self.tr("&Kopiér notatet til fagsystem"), self._hand_over, ("Ctrl+Shift+K",), "copy", "candidate", self._has_note),
            Command("caseload.addition", self.tr("Ti&lføj til notatet …"), self._add_to_note, (), "", "candidate", self._has_note),
            Command("caseload.misfiled", self.tr("Notatet hører til en &anden …"), self._misfiled, (), "", "candidate", self._has_note),
            Command("caseload.untransferred", self.tr("Ikke ført i &fagsystemet …"), lambda: UntransferredForm(self._desk, self).open(), (), "list-checks", "candidate"),
            Command("caseload.markers", self.tr("Afstem STAR's &markører …"), lambda: MarkersForm(self._desk, self).open(), (), "list-checks", "candidate"),
            *(
                Command(f"caseload.section.{kind.id}", kind.text, partial(self._turn_to, kind.id), (kind.keys,), "", "candidate", one)
                for kind in self._kinds
            ),
            Command("caseload.section.timeline", self.tr("&Tidslinje"), partial(self._turn_to, TIMELINE), ("Alt+1",), "", "candidate", one),
            owner=self,
        )  # fmt: skip

    def _note_chosen(self) -> UUID | None:
        """The note of the timeline that is current."""
        chosen = self.candidate.timeline.current_id()
        return chosen[1] if isinstance(chosen, tuple) and chosen[0] is EntryKind.NOTE else None

    def _has_note(self) -> bool:
        return self._has_one() and self._note_chosen() is not None

    def _hand_over(self) -> None:
        if (note := self._note_chosen()) is not None:
            authority.hand_over(self._desk, self, note)

    def _add_to_note(self) -> None:
        def show(found: Note | None) -> None:
            if found is not None and found.title:
                self._desk.open("note", ("addition", found))

        if (note := self._note_chosen()) is not None:
            now = self._desk.now()
            self._desk.work.run(self, lambda v: journal.open_note(v, note, now=now), show)

    def _misfiled(self) -> None:
        if (note := self._note_chosen()) is not None and self._shown is not None:
            misfiled.ask(self._desk, self, note, self._shown)

    def _may_take_out(self) -> bool:
        return self._has_one() and self._desk.settings.allow_export

    def _take_out(self) -> None:
        if self._shown is not None:
            self._desk.open("access-package", self._shown)

    def _turn_to(self, section: str) -> None:
        self.candidate.go_into(section)

    def _buttons(self) -> list[QPushButton]:
        wanted = (("caseload.appointment", ""), ("note", "primary"), ("caseload.edit", "glyph"))
        commands = self._desk.commands
        return [commands.button(id, kind) for id, kind in wanted if id in commands]

    def _has_one(self) -> bool:
        return self._shown is not None and self.isVisible()

    def _has_cpr(self) -> bool:
        return self._has_one() and self._opened is not None and self._opened.participant.cpr is not None

    def _reload_list(self) -> None:
        now, self._listed = self._desk.now(), False
        self._desk.work.latest(self, "list", lambda vault: caseload.overview(vault, now=now), self._show_list)

    def _show_list(self, rows: tuple[CaseloadRow, ...]) -> None:
        self.roster.show_rows(rows, self._desk.now())
        self._desk.count("caseload", len(rows))
        if not rows:
            self._none.show_words("users", self.tr("Her kommer kandidatens forløb til at stå."))
        here = self.isVisible()
        if self._shown is not None:
            self.roster.mark(self._shown)
            here = here and self.roster.has_focus()
        elif here:
            self._choose_first()
        if here and self._waiting:  # a list that comes later takes the focus from nobody who has it
            self.roster.take_focus(quietly=True)
        self._listed, self._waiting = True, False

    def _choose_first(self) -> None:
        if not self._narrow and (first := self.roster.first()) is not None:
            self._choose(first)

    def _chosen(self, id: object) -> None:
        if isinstance(id, UUID) and not self._narrow:
            self._load(id)

    def _go_into(self, id: object) -> None:
        if isinstance(id, UUID):
            self._go_in = True
            self._load(id)

    def _choose(self, id: UUID, *, into: bool = False) -> None:
        self.roster.choose(id)
        self._go_in = into and (self._narrow or self._wanted_note is not None or bool(self._wanted_section))
        self._load(id)

    def _load(self, id: UUID) -> None:
        """Whatever is shown has been seen: the access log tells of every time."""
        now = self._desk.now()
        self._shown, self._stale = id, False
        self._take_turns()

        why = self._reasons.get(id)

        def read(vault: Any) -> Found | None:
            if why is None and leader.needs_reason(vault, id, now=now):
                return None
            page = caseload.open_participant(vault, id, now=now, reason=why)
            return page, journal.timeline(vault, id, now=now)

        self._desk.work.latest(self, "page", read, self._show)

    def _ask_why(self, id: UUID) -> None:
        """A leader reads a colleague's case for a reason, which is written in the log; until then nothing is shown."""
        self._right.setCurrentIndex(_NONE)
        self._none.show_words(
            "lock",
            self.tr("Sagen er en kollegas."),
            self.tr("Skriv hvorfor, så vises den. Grunden står i loggen."),
        )

        def told(reason: str) -> None:
            self._reasons[id] = reason
            self._load(id)

        if self._asking is None:
            self._asking = plan.why(self._desk, self, told)
            self._asking.finished.connect(self._asked)

    def _asked(self) -> None:
        self._asking = None

    def _show(self, found: Found | None) -> None:
        if found is None:
            if self._shown is not None:
                self._ask_why(self._shown)
            return
        page, entries = found
        if self._shown is None:
            return
        self._opened = page
        if page is None:
            self._leave()
            return
        now = self._desk.now()
        self.candidate.show_page(page, now)
        self.candidate.show_timeline(entries, now)
        self._right.setCurrentIndex(_ONE)
        self._desk.commands.share_keys()
        if self._wanted_section:
            self.candidate.go_into(self._wanted_section)
            self._wanted_section, self._go_in = "", False
        if self._go_in or self._wanted_note is not None:
            self._go_in = False
            self.candidate.take_focus()
        if self._wanted_note is not None:
            self.candidate.timeline.choose((EntryKind.NOTE, self._wanted_note))
            self._wanted_note = None

    def _leave(self) -> None:
        self._shown = self._opened = None
        self._right.setCurrentIndex(_NONE)
        self._take_turns()

    def _on_changed(self, changes: Changes) -> None:
        if self._shown is not None and changes & _PAGE:
            # A page nobody looks at is not read again: the access log shall tell of people, not of programs.
            self._stale = not self.isVisible()
            if not self._stale:
                self._load(self._shown)

    def _take_turns(self) -> None:
        inside = self._shown is not None
        self.roster.setVisible(not self._narrow or not inside)
        self._right.setVisible(not self._narrow or inside)

    def _find(self) -> None:
        if self._narrow:
            self._leave()
        self.roster.search.setFocus()

    def _open_entry(self, id: object) -> None:
        if isinstance(id, tuple) and id[0] is EntryKind.NOTE:
            now, note = self._desk.now(), id[1]
            self._desk.work.run(self, lambda v: journal.open_note(v, note, now=now), self._correct)
        else:
            self.candidate.timeline.unfold(id)

    def _correct(self, note: Note | None) -> None:
        if note is not None and not note.title:
            self._desk.tell(self.tr("Notatet er flyttet til den rette sag. Her er intet at rette."))
        elif note is not None:
            self._desk.open("note", note)

    def _add_appointment(self) -> None:
        if self._shown is not None:
            forms.appointment(self._desk, self, self._shown)

    def _add_step(self) -> None:
        if self._shown is not None:
            forms.next_step(self._desk, self, self._shown)

    def _edit(self) -> None:
        if self._opened is not None:
            plan.candidate(self._desk, self, self._opened.participant, lambda _: None)

    def _create(self) -> None:
        plan.candidate(self._desk, self, None, lambda id: self._desk.go("caseload", id))

    def _ask_cpr(self) -> None:
        if (id := self._shown) is None:
            return
        now = self._desk.now()

        def show(plain: str | None) -> None:
            if plain and self._shown == id and self.isVisible():
                self.candidate.side.show_cpr(plain)

        self._desk.work.run(self, lambda v: caseload.show_cpr(v, id, now=now), show)

    def _tick(self, step: Step) -> None:
        acts.tick(self._desk, self, step)

    def _postpone(self, step: Step) -> None:
        acts.postpone(self._desk, self, step)

    def _open_step(self, step: Step) -> None:
        """A task is only to be ticked; an appointment has more to it."""
        if step.is_task:
            acts.tick(self._desk, self, step)
        else:
            acts.change(self._desk, self, step.id)
