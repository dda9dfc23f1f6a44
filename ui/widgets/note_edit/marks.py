"""Marks in the text: ground and underline by level, and a number that ties the mark to its card.

A stop is underlined solid, a thing to consider dashed; the number says the same to whoever sees no colours.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from ui.theme import theme
from ui.widgets.note_edit.reading import to_qt

_ABOVE = 0.8


@dataclass(frozen=True, slots=True)
class Mark:
    """`start`, `end` count code points. `key` names the finding to whoever asked for the mark."""

    key: str
    number: int
    start: int
    end: int
    stops: bool


@dataclass(slots=True)
class Placed:
    """A mark on the document: the cursor follows it while the text around it is written."""

    mark: Mark
    cursor: QTextCursor


def placed(document: QTextDocument, text: str, marks: tuple[Mark, ...]) -> list[Placed]:
    return [Placed(mark, span(document, text, mark.start, mark.end)) for mark in marks]


def span(document: QTextDocument, text: str, start: int, end: int) -> QTextCursor:
    """A cursor over code points [start, end) of `text`, which is what the document says."""
    cursor = QTextCursor(document)
    cursor.setPosition(to_qt(text, start))
    cursor.setPosition(to_qt(text, end), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def selection(placed: Placed) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = placed.cursor
    made.format = _format(stops=placed.mark.stops)
    return made


def struck(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    """The clause a suggestion would take away, shown before it is taken."""
    dress = QTextCharFormat()
    dress.setBackground(theme().colour("okBg"))
    dress.setForeground(theme().colour("okText"))
    dress.setFontStrikeOut(True)
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = dress
    return made


def wavy(cursor: QTextCursor) -> QTextEdit.ExtraSelection:
    """A word the dictionary does not know: a line below, no ground, so that it is never taken for the guard's."""
    dress = QTextCharFormat()
    dress.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    dress.setUnderlineColor(theme().colour("infoLine"))
    made = QTextEdit.ExtraSelection()
    made.cursor = cursor
    made.format = dress
    return made


def _format(*, stops: bool) -> QTextCharFormat:
    line = QTextCharFormat.UnderlineStyle
    kind = "stop" if stops else "warn"
    made = QTextCharFormat()
    made.setBackground(theme().colour(f"{kind}Bg"))
    made.setUnderlineStyle(line.SingleUnderline if stops else line.DashUnderline)
    made.setUnderlineColor(theme().colour(f"{kind}Line"))
    return made


def draw_number(painter: QPainter, mark: Mark, corner: QPointF) -> None:
    """A filled circle with the number, above the corner where the words begin, never cut by the edge."""
    kind = "Stop" if mark.stops else "Warn"
    side = theme().size("iconTiny") + theme().gap(0.5)
    box = QRectF(max(corner.x() - side / 2, 0), max(corner.y() - side * _ABOVE, 0), side, side)
    font = theme().font("smallStrong")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(f"{kind.lower()}Line"))
    painter.drawEllipse(box)
    painter.setFont(font)
    painter.setPen(theme().colour(f"on{kind}"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark.number))
