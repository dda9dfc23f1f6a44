"""The note window: write first, file later; the guard beside the text, the draft kept, one deliberate act at the end."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from uuid import UUID, uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.journal import BODY_TEXTS, TITLE_MAX, Draft, Note, source_of
from app.domain.participant import Participant
from app.errors import FeltjournalError
from app.services import calendar, caseload, journal
from app.services.door import Held, Invalid
from ui.commands import Commands
from ui.desk import Desk
from ui.note import presenter, problems
from ui.note.acts import note_acts, rescue_act, shared, writing_acts
from ui.note.bars import FootBar, TitleBar
from ui.note.correcting import Correcting
from ui.note.danger import DangerBanner
from ui.note.guarding import Guarding
from ui.note.head import Filled, Head
from ui.note.old_note import OldNote
from ui.note.presenter import Safety, Saving
from ui.note.problems import Problem
from ui.note.releasing import Releasing
from ui.note.rescuing import Rescuing
from ui.note.saving import Autosave
from ui.note.templates import Templates
from ui.note.texts import Sheet
from ui.text import dates, explain, guard
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, scrolled, surface
from ui.widgets.guard_panel import GuardPanel
from ui.widgets.note_edit import NoteEdit
from ui.widgets.picker import Choice

Outcome = journal.Saved | Held | Invalid


class NoteWindow(QWidget):
    """`participant`: whom it is about, if that is known. `draft`: one to go on with. `corrects`: a note to put right.

    `entered`: the note is in the journal. `parked`: the draft is kept and the window is about to go.
    """

    entered = Signal()
    parked = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        participant: Participant | UUID | None = None,
        draft: Draft | None = None,
        corrects: Note | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Feltjournal")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._corrects = corrects.id if corrects else draft.corrects if draft else None
        self._draft = draft.id if draft else uuid4()
        self._own_title = self._entering = self._leaving = self._insists = self._over = False
        self._problem: Problem | None = None
        self.commands = Commands(self)
        self.rescuing = Rescuing(desk, self._worth_keeping, self._draft, self._corrects, self)
        self.commands.add(
            *note_acts(self.enter, self.close, self._walk, self._use_suggestion, self._next_group),
            rescue_act(self.rescuing.ask, lambda: self._foot().may_copy),
        )
        self._build(corrects)
        self._autosave = Autosave(
            desk.work, desk.now, self._worth_keeping, self._draft, self, corrects=self._corrects
        )
        self._guarding = Guarding({"title": self.head.title, **self.sheet.edits}, self.panel, self)
        self.releasing = Releasing(desk, self._guarding, self)
        self.correcting = Correcting(self.sheet.edits, self)
        self.templates = Templates(self.sheet.edits, self)
        self.templates.unfolds.connect(self.sheet.unfold)
        self.commands.add(
            *writing_acts(self.correcting.walk, self.templates.show_menu, self.templates.next_stop)
        )
        self.addActions(self.commands.actions())
        self._listen()
        self._fill(participant, draft, corrects)
        self._show_safety(self._autosave.safety)

    # --- what others ask for ------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Enter the note in the journal; the store has the last word on whether it may."""
        foot = self._foot()
        if not foot.may_enter:
            announce.say(self.foot, foot.line.text, urgent=True)
            return
        note, now = self._note(), self._desk.now()
        if problem := problems.problem(note, now):
            self._show_problem(problem)
            return
        if self._is_unfilled():
            return
        self._set_entering(True)
        self._autosave.stop()
        kept, draft = self._guarding.kept(), self._draft
        write = (
            partial(journal.write_note, note=note, now=now, kept=kept, draft=draft)
            if self._corrects is None
            else partial(journal.correct, id=self._corrects, note=note, now=now, kept=kept, draft=draft)
        )
        self._desk.work.run(self, write, self._answered, self._not_entered)

    def place(self) -> object:
        """What opens it again as it is: a draft with every word of the screen, which only the memory ever holds."""
        note = self._worth_keeping()
        if note is None:
            return self.head.filled().participant
        texts = {field.name: getattr(note, field.name) for field in fields(note)}
        return Draft(id=self._draft, corrects=self._corrects, held=0, updated_at=self._desk.now(), **texts)

    def park(self) -> None:
        """The vault is about to be locked: hand in the text, which is kept before the vault closes, and let go of it."""
        self.hide()
        self._autosave.hand_over()
        self._over = True
        self._forget()

    # --- building -----------------------------------------------------------------------------------------------

    def _build(self, corrects: Note | None) -> None:
        self.bar = TitleBar(self.tr("Ret notat") if self._corrects else self.tr("Nyt notat"))
        self.head = Head(self._desk.work, self._desk.now())
        self.sheet = Sheet(self._desk.work)
        self.panel = GuardPanel(
            guard.purpose(),
            self.tr("F4 går til næste sted. Det, vagten stopper, gemmes heller ikke i kladden."),
        )
        self.foot = FootBar(self.commands)
        self._left = column(gap=3)
        self._old = OldNote(corrects, self._desk.now()) if corrects else None
        if self._old is not None:
            self._left.addWidget(self._old)
        self.danger = DangerBanner()
        self._left.addWidget(self.danger)
        self._left.addWidget(self.sheet, 1)
        top = surface("head")
        column(top, self.bar, self.head, margins=(6.5, 3.5, 6.5, 3.5), gap=2.5)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setContentsMargins(*(theme().gap(steps) for steps in (6.5, 4.5, 6.5, 3)))
        self._body.setSpacing(theme().gap(4.5))
        self._body.addLayout(self._left, 1)
        self._body.addWidget(self.panel)
        page = QWidget()
        whole = column(page, top, gap=0)
        whole.addLayout(self._body, 1)
        outer = column(self, gap=0)
        self._area = scrolled(page)
        outer.addWidget(self._area, 1)
        outer.addWidget(self.foot)
        self.addActions(self.commands.actions())
        self.addActions(shared(self._desk.commands))
        self._fit_screen()

    def _fit_screen(self) -> None:
        room = QGuiApplication.primaryScreen().availableSize()
        look = theme()
        self.setMinimumSize(
            min(look.size("windowMinWidth"), room.width()), min(look.size("windowMinHeight"), room.height())
        )
        self.resize(min(look.size("noteWidth"), room.width()), min(look.size("noteHeight"), room.height()))

    def _listen(self) -> None:
        self.head.edited.connect(self._edited)
        self.head.kind_chosen.connect(self._retitle)
        self.head.source_chosen.connect(self._set_sources)
        self.head.done.connect(self.sheet.edits["facts"].setFocus)
        self.head.title.edited.connect(self._title_edited)
        self.head.title.submitted.connect(self.sheet.edits["facts"].setFocus)
        self.sheet.edited.connect(self._edited)
        self.panel.fetch.connect(self._ask_authority)
        self.danger.seen.connect(self.sheet.edits["facts"].setFocus)
        self.danger.grew.connect(self._show_danger, Qt.ConnectionType.QueuedConnection)
        for edit in (self.head.title, *self.sheet.edits.values()):
            edit.cursorPositionChanged.connect(partial(self._into_sight, edit))
            edit.left.connect(self._autosave.flush)
            edit.refused.connect(self._refuse)
        self._guarding.changed.connect(self._show_state)
        self._guarding.judged.connect(self._retitle)
        self._autosave.changed.connect(self._show_safety)
        self._autosave.settled.connect(self._settled)
        self.rescuing.changed.connect(self._show_state)
        theme().changed.connect(self._fit)

    # --- filling ------------------------------------------------------------------------------------------------

    def _fill(
        self, participant: Participant | UUID | None, draft: Draft | None, corrects: Note | None
    ) -> None:
        who = participant.id if isinstance(participant, Participant) else participant
        source = corrects if draft is None else draft
        if source is not None:
            who = source.participant
            self._put_in(source)
        else:
            self._retitle()
        if draft is not None:
            self._autosave.restored(draft.updated_at)
        self._set_sources()
        if self._corrects is not None:
            self.head.lock_participant()
        if who is not None:
            self.head.picker.choose(
                Choice(who, participant.name if isinstance(participant, Participant) else "")
            )
        self._desk.work.run(self, caseload.names, self._offer)
        (self.sheet.edits["facts"] if who else self.head.picker).setFocus()

    def add_to(self, note: Note) -> None:
        """What was learned later is a note of its own, which says what it belongs to; the old one stays as it is."""
        day = dates.long_date(dates.local(note.happened_at, self._desk.now()).date())
        words = self.tr("Tilføjelse til »%1« af %2:").replace("%1", note.title).replace("%2", day)
        self._own_title = True
        self.head.title.set_text(self.tr("Tilføjelse: %1").replace("%1", note.title)[:TITLE_MAX])
        self.sheet.edits["facts"].set_text(f"{words} ")
        self.sheet.edits["facts"].moveCursor(QTextCursor.MoveOperation.End)

    def _put_in(self, source: Draft | Note) -> None:
        self._own_title = source.title != problems.title_for(source.kind, source.facts, ())
        self.head.show_filled(
            Filled(
                source.participant,
                source.kind,
                source.happened_at,
                source.minutes,
                source.place,
                source.source,
            ),
            self._desk.now(),
        )
        self.head.title.set_text(source.title)
        self.sheet.show_texts({name: getattr(source, name) for name in BODY_TEXTS})
        self.sheet.edits["facts"].moveCursor(QTextCursor.MoveOperation.End)

    def _offer(self, names: dict[UUID, str]) -> None:
        choices = [Choice(id, name) for id, name in names.items()]
        self.head.picker.show_choices(sorted(choices, key=lambda choice: choice.text))
        named = next((choice for choice in choices if choice.id == self.head.picker.chosen()), None)
        if named is not None:
            self.head.picker.choose(named)

    # --- what the writer does -------------------------------------------------------------------------------------

    def _edited(self) -> None:
        if self._problem is not None:
            self._problem = None
            self.head.show_problem("", "")
        self.rescuing.touch()
        self._autosave.touch()
        self._show_state()

    def _title_edited(self) -> None:
        self._own_title = bool(self.head.title.text().strip())
        self._edited()

    def _retitle(self) -> None:
        """The title the note gets by itself, until the writer gives it one."""
        if self._over or self._own_title or self.head.title.hasFocus():
            return
        facts = self.sheet.edits["facts"].text()
        title = problems.title_for(self.head.kind(), facts, self._guarding.spots("facts"))
        if title != self.head.title.text():
            self.head.title.set_text(title)

    def _set_sources(self) -> None:
        source = self.head.filled().source
        for name, edit in (("title", self.head.title), *self.sheet.edits.items()):
            edit.set_source(source_of(name, source))

    def _walk(self) -> None:
        self._guarding.walk()

    def _use_suggestion(self) -> None:
        self._guarding.use_current()

    def _next_group(self) -> None:
        """F6: from the head to the text, the guard's cards, the foot, and round again."""
        cards = self.panel.cards()
        stops: list[QWidget] = [self.head.picker, self.sheet.edits["facts"]]
        stops += [cards[0].buttons[0]] if cards else []
        stops.append(self.foot.park)
        groups: list[QWidget] = [self.head, self.sheet, *([self.panel] if cards else []), self.foot]
        focus = self.focusWidget()
        here = next((i for i, group in enumerate(groups) if focus and group.isAncestorOf(focus)), -1)
        stops[(here + 1) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_authority(self) -> None:
        """A task that says what to do and nothing of what was written: the authority asks the clinic itself."""
        whose = self.head.filled().participant
        if whose is None:
            self._desk.tell(
                self.tr("Vælg kandidaten først. Så laves opgaven på den rigtige sag."), urgent=True
            )
            return
        title, now = self.tr("Bed myndigheden indhente oplysninger"), self._desk.now()
        make = partial(calendar.add_task, title=title, participant=whose, due_on=now.date(), now=now)
        said = self.tr(
            "Opgaven »Bed myndigheden indhente oplysninger« står under I dag. Intet af teksten er med."
        )
        self._desk.work.run(self, make, lambda _: self._desk.tell(said))

    def _refuse(self, words: str) -> None:
        self._problem = Problem("", words)
        self._show_state()
        announce.say(self.foot, words, urgent=True)

    # --- keeping and entering -------------------------------------------------------------------------------------

    def _note(self) -> journal.NoteFields:
        filled = self.head.filled()
        return journal.NoteFields(
            participant=filled.participant,
            kind=filled.kind,
            title=self.head.title.text(),
            happened_at=filled.happened_at,
            minutes=filled.minutes,
            place=filled.place,
            source=filled.source,
            **self.sheet.texts(),
        )

    def _worth_keeping(self) -> journal.NoteFields | None:
        return None if self.sheet.is_empty() and not self._own_title else self._note()

    def _answered(self, outcome: Outcome) -> None:
        match outcome:
            case journal.Saved():
                self.releasing.count()
                self._leave_entered()
            case Held(findings):
                self._set_entering(False)
                self._guarding.show_held(findings)
                self._autosave.touch()
                self._show_state()
                announce.say(self.foot, self.foot.sentence.text(), urgent=True)
            case Invalid():
                self._set_entering(False)
                self._autosave.touch()
                self._show_problem(problems.in_words(outcome))

    def _not_entered(self, error: FeltjournalError) -> None:
        self._set_entering(False)
        self._autosave.touch()
        self._show_problem(Problem("", explain(error)))

    def _leave_entered(self) -> None:
        self._over = True
        self._forget()
        self._desk.tell(self.tr("Ført i journalen. Gemt her, sendes på kommunens net."))
        self.entered.emit()
        self.close()

    def _set_entering(self, entering: bool) -> None:  # noqa: FBT001
        self._entering = entering
        for part in (self.head, self.sheet, self.panel):
            part.setEnabled(not entering)
        self._show_state()

    def _is_unfilled(self) -> bool:
        """A place of a template that nobody filled in is shown instead of entered."""
        left = self.templates.left()
        if left is None:
            return False
        self._show_problem(Problem(left[0], self.tr("Udfyld %1, eller slet det.").replace("%1", left[1])))
        self.templates.next_stop()
        return True

    def _show_problem(self, problem: Problem) -> None:
        self._problem = problem
        self.head.show_problem(problem.field, problem.words)
        if problem.field in self.sheet.edits:
            self.sheet.edits[problem.field].setFocus()
        self._show_state()
        announce.say(self.foot, problem.words, urgent=True)

    # --- state ----------------------------------------------------------------------------------------------------

    def _foot(self) -> presenter.Foot:
        return presenter.foot(
            self._guarding.found,
            self._autosave.safety,
            entering=self._entering,
            empty=self.sheet.is_empty(),
            problem=self._problem.words if self._problem else "",
            copied=self.rescuing.copied,
        )

    def _show_state(self) -> None:
        self.danger.show_for(self._guarding.danger)
        self.foot.show_foot(self._foot())

    def _show_safety(self, safety: Safety) -> None:
        line = presenter.safety_line(safety, self._desk.now())
        self.bar.safety.show_line(line)
        if safety.saving is Saving.FAILED:
            announce.say(self.foot, line.text, urgent=True)
        else:
            self._insists = False
        self._show_state()

    def _settled(self) -> None:
        if not self._leaving:
            return
        self._leaving = False
        if self._autosave.safety.saving is Saving.FAILED:
            self._insists = True
            return
        self.parked.emit()
        self.close()

    def _forget(self) -> None:
        """Nothing of the note is left in this window: not in a field, not in undo, not on a card."""
        self._autosave.stop()
        self._guarding.forget()
        self.danger.forget()
        self.head.title.wipe()
        self.sheet.forget()
        if self._old is not None:
            self._old.forget()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Closing is putting aside: it waits until the draft is kept, and stays when it cannot be. Words about danger,
        which no draft may hold, are not let go of before they were read."""
        if not self._over and self.danger.unseen():
            self.danger.insist()
            event.ignore()
            return
        if not self._over and not self._insists:
            self._autosave.flush()
            if self._autosave.waits:
                self._leaving = True
                event.ignore()
                return
        self._over = True
        self._forget()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def _into_sight(self, edit: NoteEdit) -> None:
        """The line that is written is never below the edge, however large the text."""
        page = self._area.widget()
        if edit.hasFocus() and page is not None:
            caret = edit.mapTo(page, edit.cursorRect().center())
            self._area.ensureVisible(caret.x(), caret.y(), 0, theme().gap(12))

    def _show_danger(self) -> None:
        """It pushes the text down; the next key brings the line that is written back, if both have no room."""
        page = self._area.widget()
        if page is None or (layout := page.layout()) is None or self.danger.isHidden():
            return
        layout.activate()
        for edit in self.sheet.edits.values():
            self._into_sight(edit)
        self._area.ensureWidgetVisible(self.danger, 0, theme().gap(1))

    def _fit(self) -> None:
        """Text and guard side by side, or the guard below where there is no room beside."""
        look = theme()
        narrow = self.width() < look.size("guard") + look.size("measure")
        way = QBoxLayout.Direction
        self._body.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        for part in (self.head, self.panel, self.foot):
            part.set_narrow(narrow)
        self.danger.set_brief(self.height() < look.size("windowMinHeight"))
