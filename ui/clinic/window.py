"""Klinikmøde: what the team agreed about work. Other patients cannot be entered: there is no field for a name."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit, QPushButton, QSpinBox, QWidget

from app.domain.form_draft import FormDraft
from app.services import clinic, form_drafts
from app.services.clinic import Said, Team
from app.services.door import Held, Invalid, Saved
from ui.agenda.form_keeper import Begun, FormKeeper
from ui.desk import Desk
from ui.text import codes, explain
from ui.theme import theme
from ui.widgets.boxes import clear, column, row, scrolled
from ui.widgets.card import Card
from ui.widgets.field_group import FieldGroup
from ui.widgets.flow import Flow
from ui.widgets.form_answer import sentence
from ui.widgets.labels import label

DRAFT = "clinic"
_USUAL = 45


class Member(Card):
    """One candidate of the team: three fields, and whether who-does-what becomes a task."""

    def __init__(self, id: UUID, name: str) -> None:
        super().__init__(name)
        self.id = id
        titles = {
            "about_job": self.tr("Aftalt om job"), "who_does": self.tr("Hvem gør hvad"),
            "considerations": self.tr("Hensyn i arbejdet, og hvilke uger"),
        }  # fmt: skip
        self.fields: dict[str, QPlainTextEdit] = {}
        self.groups: dict[str, FieldGroup] = {}
        for field_name, title in titles.items():
            field = QPlainTextEdit()
            field.setProperty("kind", "field")
            field.setTabChangesFocus(True)
            field.setFixedHeight(theme().size("control") * 2)
            self.fields[field_name] = field
            self.groups[field_name] = FieldGroup(title, field)
        self.task = QCheckBox(self.tr("Gør »Hvem gør hvad« til en opgave"))
        self.task.setChecked(True)
        self.body.addLayout(Flow(*self.groups.values(), gap=3, between=2, even=True))
        self.body.addWidget(self.task)

    def said(self) -> Said:
        words = {name: field.toPlainText() for name, field in self.fields.items()}
        return Said(self.id, task=self.task.isChecked(), **words)


class ClinicWindow(QWidget):
    """Ctrl+Enter stores the whole meeting, Esc closes; what was typed is a draft until then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Feltjournal")
        self.setProperty("surface", "page")
        self.resize(theme().size("noteWidth"), theme().size("noteHeight"))
        self._desk = desk
        self._teams: tuple[Team, ...] = ()
        self._draft: dict[str, str] = {}
        self.members: dict[UUID, Member] = {}
        self.team, self.minutes = QComboBox(), QSpinBox()
        self.minutes.setRange(5, 8 * 60)
        self.minutes.setSingleStep(5)
        self.minutes.setValue(_USUAL)
        self.minutes.setSuffix(self.tr(" min"))
        self.store = QPushButton(self.tr("Gem mødet"))
        self.store.setProperty("kind", "primary")
        self.kept: frozenset[str] = frozenset()
        self._lay_out()
        self.team.currentIndexChanged.connect(self._show_team)
        self.store.clicked.connect(self.save)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.save)
        self._keeper = FormKeeper(desk, self, DRAFT, self._begun, self)
        now = desk.now()
        desk.work.run(
            self,
            lambda vault: (clinic.teams(vault, now=now), form_drafts.open_draft(vault, DRAFT, now=now)),
            self._show,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.park()
            self.close()
        else:
            super().keyPressEvent(event)

    def park(self) -> None:
        self._keeper.flush()

    def save(self) -> None:
        """All of the meeting or nothing: what is held back is said under its field."""
        said = tuple(member.said() for member in self.members.values())
        now, kept, minutes = self._desk.now(), self.kept, self.minutes.value()
        team, at = self._team(), self._began(now)
        self.store.setEnabled(False)

        def job(vault: Any) -> Saved | Held | Invalid:
            return clinic.hold(vault, said, at=at, minutes=minutes, now=now, team=team, kept=kept)

        self._desk.work.run(self, job, self._answered, lambda error: self._wrong(explain(error)))

    def _began(self, now: datetime) -> datetime:
        """The meeting ends when it is written up."""
        return (now - timedelta(minutes=self.minutes.value())).replace(second=0, microsecond=0)

    def _team(self) -> UUID | None:
        at = self.team.currentIndex()
        return self._teams[at].id if 0 <= at < len(self._teams) else None

    def _show(self, found: tuple[tuple[Team, ...], FormDraft | None]) -> None:
        teams, draft = found
        self._teams = teams
        self._draft = dict(draft.texts) if draft is not None else {}
        for one in teams:
            self.team.addItem(one.name)
        self._empty.setVisible(not teams)
        self.store.setEnabled(bool(teams))
        if teams:
            largest = max(range(len(teams)), key=lambda n: len(teams[n].members))
            self.team.setCurrentIndex(largest)
            self._show_team()

    def _show_team(self) -> None:
        clear(self._box)
        self.members = {}
        at = self.team.currentIndex()
        for id, name in self._teams[at].members if 0 <= at < len(self._teams) else ():
            member = self.members[id] = Member(id, name)
            for field_name, field in member.fields.items():
                field.setPlainText(self._draft.get(f"{id}.{field_name}", ""))
            self._box.addWidget(member)
            self._keeper.watch(member)
        self._box.addStretch(1)
        first = next(iter(self.members.values()), None)
        if first is not None:
            first.show()
            first.fields["about_job"].setFocus()

    def _answered(self, outcome: Saved | Held | Invalid) -> None:
        self.store.setEnabled(True)
        for member in self.members.values():
            for group in member.groups.values():
                group.show_error("")
        match outcome:
            case Saved():
                self._keeper.stored()
                self._desk.tell(self.tr("Mødet er gemt, og tiden er klar til at blive overtaget."))
                self.close()
            case Held():
                self._held(outcome)
            case Invalid():
                self._invalid(outcome)

    def _held(self, outcome: Held) -> None:
        for name, findings in reversed(tuple(outcome.findings.items())):
            whose, _, field = name.partition(".")
            member = self.members.get(UUID(whose))
            if member is not None:
                text = member.fields[field].toPlainText()
                member.groups[field].show_error(sentence(text, findings))
                member.fields[field].setFocus()

    def _invalid(self, outcome: Invalid) -> None:
        """At the field it is about, where it is about one."""
        words, (whose, _, field) = codes.wrong(outcome.reason), outcome.field.partition(".")
        member = next((one for id, one in self.members.items() if str(id) == whose), None)
        if member is None or field not in member.fields:
            self._wrong(words)
        else:
            member.groups[field].show_error(words)
            member.fields[field].setFocus()

    def _wrong(self, words: str) -> None:
        self.store.setEnabled(True)
        self._desk.tell(words, urgent=True)

    def _begun(self) -> Begun | None:
        """One participant's words would be another's draft: each text is kept under whose it is."""
        texts = {
            f"{id}.{name}": field.toPlainText()
            for id, member in self.members.items()
            for name, field in member.fields.items()
            if field.toPlainText().strip()
        }
        return Begun(texts) if texts else None

    def _lay_out(self) -> None:
        inside = QWidget()
        self._box = column(inside, gap=3)
        self._empty = label(
            self.tr("Ingen af dine kandidater er knyttet til et behandlingsteam. Det gøres under Klinikken hos kandidaten."),
            "muted", wrap=True,
        )  # fmt: skip
        self._empty.setVisible(False)
        hint = self.tr(
            "Kun om arbejde. Vagten er strengest her: intet om behandling, og ingen andre patienter."
        )
        whole = column(self, margins=(7, 5, 7, 5), gap=3)
        whole.addWidget(label(self.tr("Klinikmøde"), "h1"))
        whole.addWidget(label(hint, "muted", wrap=True))
        whole.addLayout(
            Flow(
                FieldGroup(self.tr("Team"), self.team),
                FieldGroup(self.tr("Varighed"), self.minutes),
                gap=3,
                between=3,
            )
        )
        whole.addWidget(self._empty)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(row(None, self.store))


def open_clinic(desk: Desk, target: object) -> ClinicWindow:
    del target
    return ClinicWindow(desk)
