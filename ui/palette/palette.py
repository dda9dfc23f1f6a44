"""Find alt: one field over everything, acts and what is written; the keyboard stays in the field.

desk.open("palette", None)          # Ctrl+K; Esc closes it, and the focus goes back to where it was

Nothing of what was looked for is kept: no history, and the field is emptied when the palette goes.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QWidget
from shiboken6 import isValid

from app.services import search
from app.services.search import Found
from ui.desk import Desk
from ui.palette import view
from ui.palette.hits import HitList
from ui.palette.view import Go, Shown
from ui.theme import theme
from ui.widgets import announce
from ui.widgets.boxes import column, line, row, surface
from ui.widgets.chip import KeyHint
from ui.widgets.glyph import Glyph
from ui.widgets.labels import label
from ui.widgets.segments import Segments

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
_SPANS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ME = "palette"


def palette(desk: Desk, target: object) -> QWidget:
    """The palette over the program's window; the one that is open, if one is."""
    del target
    over = desk.commands.parent()
    window = over if isinstance(over, QWidget) else None
    for one in window.findChildren(Palette) if window is not None else ():
        if not one.isHidden():
            one.field.selectAll()
            return one
    return Palette(desk, window)


class Palette(QWidget):
    """Covers its window with a shade, so that a press beside it closes it and nothing under it is pressed."""

    def __init__(self, desk: Desk, window: QWidget | None = None) -> None:
        super().__init__(window)
        self._desk, self._came_from = desk, QApplication.focusWidget()
        self._shown: Shown = ()
        self._answered, self._entered, self._gone = "", False, False
        self.setAccessibleName(self.tr("Find alt"))
        if window is None:
            self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
            self.setWindowTitle("Feltjournal")
            self.resize(theme().size("palette"), theme().size("palette"))
        else:
            self.setGeometry(window.rect())
            window.installEventFilter(self)
        self.field = QLineEdit()
        self.hits = HitList(self.tr("Fundet"))
        self.span = Segments(self.tr("Hvornår"), view.spans())
        self._nothing = label("", "muted", wrap=True)
        self._count = label("", "small")
        self._dress_field()
        self._lay_out()
        self.field.textChanged.connect(self._ask)
        self.hits.clicked.connect(self._take)
        self.span.chosen.connect(self._ask_again)
        focus = QApplication.instance()
        if isinstance(focus, QApplication):
            focus.focusChanged.connect(self._focus_moved)
        self._ask("")

    def close(self) -> bool:
        """Back to where the focus was."""
        self._go_away()
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            self._came_from.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() == QEvent.Type.ShortcutOverride and _is_span(event):
                event.accept()  # the page under the shade has these keys too
                return True
        if event.type() == QEvent.Type.Resize:
            self._follow(watched)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._place()
        self.field.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("shade"))
        painter.end()

    def _follow(self, resized: QObject) -> None:
        """As large as the window; the glyph in the middle of its field."""
        if resized is self.field:
            size = self._glyph.sizeHint()
            self._glyph.resize(size)
            self._glyph.move(theme().gap(2.5), (self.field.height() - size.height()) // 2)
        elif isinstance(resized, QWidget) and resized is self.parentWidget():
            self.setGeometry(resized.rect())
            self._place()

    def _ask(self, text: str) -> None:
        if self._gone:
            return
        self._entered = False
        scope, words = view.scoped(text)
        within = view.within(self.span.current(), self._desk.now())
        today = self._desk.now().date()
        if scope != ">" and (words.strip() or self.span.current() != view.ALWAYS):
            ask = partial(search.find, text=words, since=within.since, unsent=within.unsent, today=today)
            self._desk.work.latest(self, "find", ask, lambda found: self._show(text, found))
        elif scope or words.strip():
            self._show(text, Found(words))
        else:
            self._show(text, Found(words))
            lately = partial(search.recent, limit=view.RECENT, today=today)
            self._desk.work.latest(self, "find", lately, lambda found: self._show(text, found))

    def _ask_again(self) -> None:
        """Another span: the keyboard goes back to the field."""
        self._ask(self.field.text())
        self.field.setFocus()

    def _show(self, asked: str, found: Found) -> None:
        """An answer to another question than the one that stands in the field is no answer."""
        if self._gone or asked != self.field.text():
            return
        self._answered = asked
        spanned = self.span.current() != view.ALWAYS
        commands = [] if spanned else [one for one in self._desk.commands if one.id != _ME]
        self._shown = view.rows(commands, found, self._desk.now(), view.scoped(asked)[0])
        self.hits.show_rows(self._shown)
        self.hits.start()
        count = view.count(self._shown)
        self._body.setCurrentWidget(self.hits if count else self._nothing)
        self._nothing.setText(view.number(0))
        self._count.setText(view.number(count))
        self.field.setAccessibleDescription(view.number(count))
        self._place()
        if found.text or spanned:
            announce.say(self.field, view.said(self._shown))
        if self._entered:
            self._take()

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if _is_span(event):
            self.span.step(_SPANS[key])
        elif key in _STEPS:
            self.hits.step(_STEPS[key])
            if (current := self.hits.current()) is not None:
                announce.say(self.field, current.sentence())
        elif key in _ENTER:
            self._entered = self._answered != self.field.text()  # the answer opens it when it comes
            if not self._entered:
                self._take()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _take(self) -> None:
        self._entered = False
        if (current := self.hits.current()) is None or self._answered != self.field.text():
            return
        where: Go = current.id
        desk = self._desk
        self.close()
        if where.page:
            desk.go(where.page, where.target)
        else:
            desk.commands.run(str(where.target))

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Another window has come: go. A page under the shade has helped itself to the focus: take it back."""
        del old
        if new is None or self.isHidden() or new is self or self.isAncestorOf(new):
            return
        if new.window() is self.window():
            self.field.setFocus()
        else:
            self._go_away()

    def _go_away(self) -> None:
        self._gone = True
        self.field.clear()
        self._shown = ()
        self.hits.show_rows(())
        self.hide()
        self.deleteLater()

    def _dress_field(self) -> None:
        self.field.setPlaceholderText(self.tr("Find kandidater, arbejdsgivere, notater og handlinger"))
        self.field.setAccessibleName(self.tr("Find alt"))
        self._glyph = Glyph("search", "muted", "iconSmall", self.field)
        self.field.setTextMargins(theme().size("iconSmall") + theme().gap(1.5), 0, 0, 0)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.field.installEventFilter(self)

    def _lay_out(self) -> None:
        self._panel = surface("card", self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QStackedWidget()
        self._body.addWidget(self.hits)
        self._body.addWidget(self._nothing)
        keys = (
            ("↑ ↓", self.tr("vælg")),
            ("Alt+↓", self.tr("tidsrum")),
            ("Enter", self.tr("åbn")),
            ("Esc", self.tr("luk")),
        )
        foot = row(self._count, None, margins=(4, 1.5, 4, 2), gap=1.5)
        for key, words in keys:
            foot.addWidget(KeyHint(key))
            foot.addWidget(label(words, "small"))
        whole = column(self._panel, gap=0)
        whole.addLayout(column(None, self.field, self.span, margins=(3, 3, 3, 3), gap=2))
        whole.addWidget(line())
        whole.addWidget(self._body, 1)
        whole.addWidget(line())
        whole.addLayout(foot)

    def _place(self) -> None:
        """In the middle, as tall as its rows, never taller than the window lets it be."""
        air = theme().gap(6)
        width = min(theme().size("palette"), self.width() - 2 * air)
        top = min(theme().gap(20), self.height() // 8)
        model = self.hits.rows
        wanted = sum(self.hits.sizeHintForRow(n) for n in range(model.rowCount())) + theme().gap(3)
        self._body.setFixedHeight(max(theme().size("control") * 2, 0))
        rest = self._panel.sizeHint().height() - self._body.height()
        room = max(self.height() - top - air - rest, theme().size("control") * 2)
        self._body.setFixedHeight(min(max(wanted, theme().size("control") * 2), room))
        self._panel.setGeometry(QRect((self.width() - width) // 2, top, width, rest + self._body.height()))


def _is_span(event: QKeyEvent) -> bool:
    return event.key() in _SPANS and bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
