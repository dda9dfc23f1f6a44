"""What the screen shows while an employer looks at it. It knows of no candidate, so it can show none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app import guard
from app.domain.employer import ContactMode, Outcome
from ui.agenda.form_keeper import Begun, FormKeeper
from ui.desk import Desk
from ui.text import dates
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, restyle, row, row_in, scrolled, surface
from ui.widgets.chip import KeyHint
from ui.widgets.flow import Flow
from ui.widgets.glyph import Glyph
from ui.widgets.labels import ElidedLabel, label

DRAFT = "visit"
_SECOND_MS, _QUIET_MS, _MINUTE = 1_000, 700, 60
FIELDS = ("spoke_with", "needs", "matters", "agreed")


@dataclass(frozen=True, slots=True)
class Where:
    """The employer, with the person there; a new place has neither, only the name that is typed."""

    id: UUID | None = None
    name: str = ""
    person: str = ""


class VisitView(QWidget):
    """`left`: the visit is over. What was written is a draft of a contact; for whom is asked when nobody looks."""

    left = Signal()

    def __init__(self, desk: Desk, where: Where) -> None:
        super().__init__()
        self.setProperty("surface", "page")
        self.setAccessibleName(self.tr("Besøgsvisning"))
        self._desk, self.where, self._began = desk, where, desk.now()
        QGuiApplication.clipboard().clear()
        self._lay_out()
        self._keeper = FormKeeper(desk, self, DRAFT, self._begun, self)
        self._keeper.watch(self)
        self._clock = QTimer(self, interval=_SECOND_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._read)
        for field in self.fields.values():
            field.textChanged.connect(self._quiet.start)
        for key, name in zip(("F2", "F3", "F4", "F5"), FIELDS, strict=True):
            QShortcut(QKeySequence(key), self).activated.connect(self.fields[name].setFocus)
        for key in ("F8", "F10"):
            QShortcut(QKeySequence(key), self).activated.connect(self.end)

    def arrive(self, target: object) -> None:
        del target
        (self.name if self.where.id is None else self.fields["needs"]).setFocus()

    def park(self) -> None:
        """Hand the words to the vault; what the guard refuses is cut out on the way."""
        self._keeper.touch()
        self._keeper.flush()

    def minutes(self) -> int:
        return max(0, int((self._desk.now() - self._began).total_seconds() // _MINUTE))

    def end(self) -> None:
        self._clock.stop()
        self._quiet.stop()
        self.park()
        self.left.emit()

    def _begun(self) -> Begun | None:
        words = {name: field.toPlainText().strip() for name, field in self.fields.items()}
        texts = {
            "spoke_with": words["spoke_with"],
            "about": "\n".join(part for part in (words["needs"], words["matters"]) if part),
            "next_step": words["agreed"],
            "name": self.name.text().strip() if self.where.id is None else "",
        }
        if not any(texts[name] for name in ("about", "next_step", "name")):
            return None
        choices = {
            "mode": ContactMode.IN_PERSON.value, "minutes": str(self.minutes()), "at": f"{self._local():%Y-%m-%dT%H:%M}",
        }  # fmt: skip
        if self.where.id is not None:
            choices["employer"] = str(self.where.id)
        if self.again.isChecked() or self.agreed_next.isChecked():
            choices["outcome"] = Outcome.COME_BACK.value
        return Begun({name: text for name, text in texts.items() if text}, choices)

    def _local(self) -> datetime:
        return dates.local(self._began, self._desk.now())

    def _tick(self) -> None:
        seconds = int((self._desk.now() - self._began).total_seconds())
        self.timer.setText(f"{seconds // _MINUTE:02d}:{seconds % _MINUTE:02d}")

    def _read(self) -> None:
        """How many places the guard would stop: said quietly, without a word of what they are."""
        texts = [field.toPlainText() for field in self.fields.values()]

        def count() -> int:
            return sum(f.level is guard.Level.REFUSE for text in texts for f in guard.review(text))

        self._desk.work.aside(self, count, self._show_count)

    def _show_count(self, count: int) -> None:
        words = self.tr("%n sted(er) at se på senere", "", count) if count else self.tr("Gemmes løbende")
        if self.state.text() != words:
            self.state.setText(words)
            announce.say(self, words)

    def _lay_out(self) -> None:
        self.name = QLineEdit(self.where.name)
        self.name.setAccessibleName(self.tr("Arbejdsgiver"))
        self.name.setPlaceholderText(self.tr("Nyt sted: skriv navnet"))
        self.name.setProperty("kind", "visit")
        self.name.setVisible(self.where.id is None)
        title = ElidedLabel(self.where.name, "visitTitle")
        title.setVisible(self.where.id is not None)
        now = self._desk.now()
        when = self.tr("Besøg · %1 · startet kl. %2").replace(
            "%1", dates.long_day_within(self._local().date())
        )
        self.timer = label("00:00", "visitTime")
        self.timer.setAccessibleName(self.tr("Besøgets varighed"))
        head = row(
            column(None, title, self.name, label(when.replace("%2", dates.clock(self._began, now)), "visitMuted", wrap=True), gap=1),
            Glyph("timer", "accentText", "logo"), self.timer, gap=3,
        )  # fmt: skip
        head.setStretch(0, 1)
        body = QWidget()
        whole = column(body, margins=(12, 8, 12, 7), gap=4)
        whole.addLayout(head)
        whole.addWidget(self._banner())
        whole.addLayout(self._four(), 1)
        whole.addLayout(self._foot())
        column(self, scrolled(body))

    def _banner(self) -> QFrame:
        made = surface("accent")
        words = self.tr("Besøgsvisning: ingen navne eller kandidatoplysninger på skærmen. F8 går tilbage.")
        row_in(
            made,
            Glyph("eye-off", "accentText", "iconFact"),
            label(words, "accent", wrap=True),
            margins=(4, 3, 4, 3),
            gap=3,
        ).setStretch(1, 1)
        return made

    def _four(self) -> QGridLayout:
        titles = (
            self.tr("Hvem talte jeg med?"), self.tr("Hvad laver de, og hvad mangler de?"),
            self.tr("Hvad er vigtigt for dem?"), self.tr("Hvad har vi aftalt?"),
        )  # fmt: skip
        grid = QGridLayout()
        grid.setSpacing(theme().gap(4))
        self.fields: dict[str, QPlainTextEdit] = {}
        for place, (name, title) in enumerate(zip(FIELDS, titles, strict=True)):
            field = self.fields[name] = _Answer()
            field.setAccessibleName(title)
            field.setPlaceholderText(self.tr("Skriv her …"))
            card = _AnswerCard(field, title, f"F{place + 2}")
            grid.addWidget(card, place // 2, place % 2)
        self.fields["spoke_with"].setPlainText(self.where.person)
        return grid

    def _foot(self) -> Flow:
        self.agreed_next = self._button(
            self.tr("Næste besøg aftalt"), "calendar-days", "visit", checkable=True
        )
        self.again = self._button(self.tr("Må kontaktes igen"), "phone", "visit", checkable=True)
        self.finish = self._button(self.tr("Afslut besøg (F10)"), "check", "visitPrimary", checkable=False)
        self.finish.clicked.connect(self.end)
        self.state = label(self.tr("Gemmes løbende"), "muted")
        return Flow(self.agreed_next, self.again, self.state, self.finish, gap=3, between=3, far=self.state)

    def _button(self, words: str, icon: str, kind: str, *, checkable: bool) -> QPushButton:
        made = QPushButton(f" {words}")
        made.setProperty("kind", kind)
        made.setAccessibleName(words)
        made.setCheckable(checkable)
        made.setIcon(theme().icon(icon, "onAccent" if kind == "visitPrimary" else "text"))
        made.setIconSize(theme().icon_size("iconFact"))
        return made


class _Answer(QPlainTextEdit):
    """No higher than it must be: Qt would have it 192 pixels, and the last button below the edge of a small screen."""

    focused = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "visit")
        self.setTabChangesFocus(True)
        self.setMinimumHeight(theme().size("visit") * 2)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.focused.emit(False)


class _AnswerCard(QFrame):
    """A question above its answer, and the ring around both."""

    def __init__(self, field: _Answer, title: str, key: str) -> None:
        super().__init__()
        self.setProperty("surface", "editor")
        top = row(gap=2)
        top.addWidget(label(title, "title", wrap=True), 1)
        top.addWidget(KeyHint(key), 0, Qt.AlignmentFlag.AlignTop)
        inside = column(self, margins=(5, 4, 5, 4), gap=2)
        inside.addLayout(top)
        inside.addWidget(field, 1)
        field.focused.connect(self._ring)

    def _ring(self, focused: bool) -> None:  # noqa: FBT001
        restyle(self, "focused", "true" if focused else "false")
