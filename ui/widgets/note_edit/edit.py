"""The text field itself: plain text in, marks on top, nothing cut silently and nothing kept after it is wiped.

    facts = NoteEdit(work, self.tr("Fakta"), room=TEXT_MAX)
    facts.judged.connect(...)                 # spots to show; answer with `facts.show_marks(marks)`

`room`: how many characters it holds. A paste that does not fit is refused whole, with words (`refused`).
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from app.guard import Source, Suggestion
from ui.theme import theme
from ui.widgets.clipboard import secret
from ui.widgets.note_edit import marks as marking
from ui.widgets.note_edit.marks import Mark, Placed
from ui.widgets.note_edit.reader import Reader
from ui.widgets.note_edit.reading import Spot, from_qt
from ui.widgets.note_edit.spelling import Found, Misspelt, Spelling
from ui.work import Work

MEASURE = "Vi talte om tempo, pauser og en fast makker. Hun vil gerne møde kl. 9.00"  # 72 characters
LINE_HEIGHT = 150


class NoteEdit(QTextEdit):
    """`judged(spots)`: the guard's verdict, to be shown now; `late`: it is not here yet. `pasted(n)`: spots in a text that was put in at once.
    `refused(words)`: what was not taken in, and why. `edited`: the writer changed the text. `left`: focus went.
    `submitted`: Enter in a field of one line."""

    judged = Signal(object)
    late = Signal()
    pasted = Signal(int)
    refused = Signal(str)
    edited = Signal()
    submitted = Signal()
    arrived = Signal()
    left = Signal()

    def __init__(
        self, work: Work, name: str, *, room: int, lines: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._room, self._lines = room, lines
        self._placed: list[Placed] = []
        self._preview: QTextCursor | None = None
        self._misspelt: list[tuple[Misspelt, QTextCursor]] = []
        self._writing: QTextCursor | None = None
        self.spelling = Spelling.of(work)
        self._paste_open = False
        self._reader = Reader(work, self.document(), self)
        self._reader.judged.connect(self._answer)
        self._reader.late.connect(self.late)
        self._silent = False
        self.spelling.changed.connect(self._look_up)
        self.cursorPositionChanged.connect(self._leave_word)
        self.textChanged.connect(self._on_edit)
        theme().changed.connect(self._dress)
        self._dress()
        self._set_line_height()
        if lines == 1:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        if lines:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(lambda _: self.updateGeometry())

    # --- the text -----------------------------------------------------------------------------------------------

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in as it was stored; that is no edit and cannot be undone."""
        document = self.document()
        self._silent = True
        self._reader.deaf(True)
        document.setUndoRedoEnabled(False)
        self.setPlainText(text)
        self._set_line_height()
        document.setUndoRedoEnabled(True)
        self._reader.deaf(False)
        self._silent = False
        if text.strip():
            self._reader.judge()
        else:
            self.judged.emit(())

    def wipe(self) -> None:
        """Empty it, undo and all, so that nothing of the text is left in this window."""
        self._reader.forget()
        self._misspelt = []
        self.show_marks(())
        self.set_text("")

    def set_source(self, source: Source) -> None:
        self._reader.set_source(source)

    def judge(self) -> None:
        self._reader.judge()

    def is_judged(self) -> bool:
        """The guard has said what it thinks of the text as it stands."""
        return not self._reader.waits

    # --- marks ---------------------------------------------------------------------------------------------------

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these and no others; nothing is set anew if they stand already."""
        fresh = marking.placed(self.document(), self.text(), marks)
        if self._same(fresh):
            return
        self._placed = fresh
        self._select()
        self.viewport().update()

    def marks(self) -> tuple[Mark, ...]:
        return tuple(placed.mark for placed in self._placed)

    def misspelt(self) -> tuple[Misspelt, ...]:
        """Words the dictionary does not know, where they stand now; the one being written is not among them."""
        text = self.text()
        found = []
        for one, cursor in self._misspelt:
            if cursor.selectedText() == one.word and cursor is not self._writing:
                start = from_qt(text, cursor.selectionStart())
                found.append(Misspelt(start, start + len(one.word), one.word))
        return tuple(found)

    def preview(self, suggestion: Suggestion | None) -> None:
        """Strike out what a suggestion would take away, as long as it is looked at."""
        if suggestion is None and self._preview is None:
            return
        self._preview = (
            marking.span(self.document(), self.text(), suggestion.start, suggestion.end)
            if suggestion
            else None
        )
        self._select()

    def go_to(self, start: int) -> None:
        """Put the caret at a place, in sight."""
        cursor = marking.span(self.document(), self.text(), start, start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def choose(self, start: int, end: int) -> None:
        """Select words, in sight."""
        self.setTextCursor(marking.span(self.document(), self.text(), start, end))
        self.ensureCursorVisible()

    def below_caret(self) -> QPoint:
        """Where a menu about the word at the caret opens, on the screen."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def caret(self) -> int:
        """Where the caret stands, in code points."""
        return from_qt(self.text(), self.textCursor().position())

    def replace(self, start: int, end: int, words: str) -> QTextCursor:
        """One step that one Ctrl+Z takes back; the caret and the scroll stay with the writer's words."""
        bar = self.verticalScrollBar()
        at = bar.value()
        cursor = marking.span(self.document(), self.text(), start, end)
        first = cursor.selectionStart()
        cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        bar.setValue(at)
        put_in = QTextCursor(self.document())
        put_in.setPosition(first)
        put_in.setPosition(cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        return put_in

    # --- what comes in ---------------------------------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        return source.hasText() or _holds_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        if _holds_files(source):
            self.refused.emit(
                self.tr("Filer kan ikke lægges i et notat. Åbn filen, og skriv det vigtige med egne ord.")
            )
            return
        text = self._plain(source.text())
        length = len(self.text()) - len(self.textCursor().selectedText()) + len(text)
        if length > self._room:
            self.refused.emit(self._too_long(length))
            return
        self._paste_open = True
        self.textCursor().insertText(text)
        self.ensureCursorVisible()
        self._reader.judge()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Plain words, marked so that no clipboard history or cloud keeps them."""
        return secret(self.textCursor().selection().toPlainText())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """A file may be dropped, so that the refusal can be put in words."""
        if _holds_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        if _holds_files(event.mimeData()):
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        if _holds_files(event.mimeData()):
            event.ignore()
            self.insertFromMimeData(event.mimeData())
        else:
            super().dropEvent(event)

    # --- Qt --------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if self._is_one_line() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.arrived.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if not self._placed:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in self._placed:
            marking.draw_number(painter, placed.mark, self._corner(placed.cursor))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._keep_measure()

    def sizeHint(self) -> QSize:  # noqa: N802
        if not self._lines:
            return super().sizeHint()
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(
            0, self.sizeHint().height() if self._lines else round(self._line_height() * 4 * LINE_HEIGHT / 100)
        )

    # --- inside ----------------------------------------------------------------------------------------------------

    def _is_one_line(self) -> bool:
        return self._lines == 1

    def _on_edit(self) -> None:
        if not self._silent:
            self.edited.emit()

    def _look_up(self) -> None:
        """After the guard, never instead of it; an answer about another text is asked for anew with that text."""
        text, revision = self.text(), self.document().revision()

        def then(found: Found) -> None:
            if revision == self.document().revision():
                self._show_misspelt(text, found)

        if text.strip():
            self.spelling.look(self, text, then)
        else:
            self._show_misspelt(text, ())

    def _show_misspelt(self, text: str, found: Found) -> None:
        if tuple(one for one, _ in self._misspelt) == found:
            return
        self._misspelt = [(one, marking.span(self.document(), text, one.start, one.end)) for one in found]
        self._writing = self._under_caret()
        self._select()

    def _under_caret(self) -> QTextCursor | None:
        """The word whose end the caret stands at: it may not be finished."""
        at = self.textCursor().position() if self.hasFocus() else -1
        return next((cursor for _, cursor in self._misspelt if cursor.selectionEnd() == at), None)

    def _leave_word(self) -> None:
        if self._misspelt and (now := self._under_caret()) is not self._writing:
            self._writing = now
            self._select()

    def _answer(self, spots: tuple[Spot, ...]) -> None:
        self.judged.emit(spots)
        self._look_up()
        if self._paste_open:
            self._paste_open = False
            self.pasted.emit(len(spots))

    def _same(self, fresh: list[Placed]) -> bool:
        return len(fresh) == len(self._placed) and all(
            new.mark.key == old.mark.key
            and new.mark.number == old.mark.number
            and new.mark.stops == old.mark.stops
            and new.cursor.selectionStart() == old.cursor.selectionStart()
            and new.cursor.selectionEnd() == old.cursor.selectionEnd()
            for new, old in zip(fresh, self._placed, strict=True)
        )

    def _select(self) -> None:
        shown = [marking.wavy(cursor) for _, cursor in self._misspelt if cursor is not self._writing]
        shown += [marking.selection(placed) for placed in self._placed]
        if self._preview is not None:
            shown.append(marking.struck(self._preview))
        self.setExtraSelections(shown)

    def _corner(self, cursor: QTextCursor) -> QPointF:
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        return QPointF(self.cursorRect(start).topLeft())

    def _plain(self, text: str) -> str:
        """Line ends as ours, no signs that cannot be seen; one line where there is room for one."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
        text = "".join(sign for sign in text if sign in "\n\t" or sign.isprintable() or sign.isspace())
        return " ".join(text.split()) if self._is_one_line() else text

    def _too_long(self, length: int) -> str:
        return self.tr(
            "Der er plads til {room} tegn. Med det indsatte bliver det {length}. Intet er indsat."
        ).format(room=_number(self._room), length=_number(length))

    def _dress(self) -> None:
        one = self._is_one_line()
        self.setFont(theme().font("body" if one else "reading"))
        if one:  # the line stands in the middle of the field
            self.document().setDocumentMargin(
                (theme().size("control") - self._line_height()) / 2 - theme().gap(1)
            )
        self._select()
        self._keep_measure()
        self.updateGeometry()

    def _keep_measure(self) -> None:
        """No line holds more than 72 characters, however wide the window is."""
        if self._is_one_line():
            return
        measure = QFontMetrics(self.font()).horizontalAdvance(MEASURE) + round(
            2 * self.document().documentMargin()
        )
        mode = QTextEdit.LineWrapMode
        self.setLineWrapColumnOrWidth(measure)
        self.setLineWrapMode(mode.FixedPixelWidth if self.viewport().width() > measure else mode.WidgetWidth)

    def _set_line_height(self) -> None:
        if self._is_one_line():
            return
        spaced = QTextBlockFormat()
        spaced.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _line_height(self) -> int:
        return QFontMetrics(self.font()).lineSpacing()

    def _height(self) -> int:
        if self._is_one_line():
            return theme().size("control")
        line = round(self._line_height() * LINE_HEIGHT / 100)
        margin = round(2 * self.document().documentMargin())
        text = round(self.document().size().height())
        return min(max(text, self._lines * line + margin), 3 * self._lines * line + margin)


def _holds_files(source: QMimeData) -> bool:
    return any(url.isLocalFile() for url in source.urls())


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
