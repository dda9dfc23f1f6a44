"""Words and pills as delegates paint them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from ui.theme import theme

_CHIPS = {
    "plain": ("hover", "muted"),
    "raised": ("surface", "muted"),
    "accent": ("accentSoft", "accentText"),
    "info": ("infoBg", "infoText"),
    "ok": ("okBg", "okText"),
    "warn": ("warnBg", "warnText"),
    "stop": ("stopBg", "stopText"),
}


def line_height(style: str) -> float:
    return QFontMetricsF(theme().font(style)).height()


def text_width(text: str, style: str) -> float:
    return QFontMetricsF(theme().font(style)).horizontalAdvance(text)


def words(painter: QPainter, box: QRectF, text: str, style: str, role: str, *, right: bool = False) -> float:
    """One line of text in `box`, shortened with …; the width it took."""
    font = theme().font(style)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(theme().colour(role))
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, shown)
    return min(metrics.horizontalAdvance(shown), box.width())


def folded(text: str, style: str, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width`; a word is never parted, and only the last line may be shortened."""
    metrics = QFontMetricsF(theme().font(style))
    lines: list[str] = []
    rest = text
    while len(lines) < most - 1 and metrics.horizontalAdvance(rest) > width and " " in rest:
        line, _, rest = rest.partition(" ")
        while rest and metrics.horizontalAdvance(f"{line} {rest.partition(' ')[0]}") <= width:
            word, _, rest = rest.partition(" ")
            line = f"{line} {word}"
        lines.append(line)
    return tuple([*lines, rest] if rest else lines)


def chip_width(text: str) -> float:
    return text_width(text, "smallStrong") + 2 * theme().gap(2)


def chip_height() -> float:
    return line_height("smallStrong") + theme().gap(0.5)


def chip(painter: QPainter, left: float, top: float, text: str, tone: str) -> float:
    """A pill with its left upper corner at (left, top); the width it took."""
    ground, ink = _CHIPS[tone]
    box = QRectF(left, top, chip_width(text), chip_height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour(ground))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    inner = box.adjusted(theme().gap(2), 0, -theme().gap(2), 0)
    words(painter, inner.adjusted(0, 0, 1, 0), text, "smallStrong", ink)
    return box.width()


def chosen_row(painter: QPainter, box: QRectF, *, focused: bool) -> None:
    """The ground of the current row: a fill and a bar, and a ring when the keyboard is there."""
    look = theme()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("selected"))
    painter.drawRoundedRect(box, look.radius("row"), look.radius("row"))
    bar = look.line("bar")
    painter.setBrush(look.colour("accent"))
    painter.drawRoundedRect(
        QRectF(box.left(), box.top() + 3 * bar, bar, box.height() - 6 * bar), bar / 2, bar / 2
    )
    if focused:
        ring = look.line("ring")
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(look.colour("focus"))
        pen.setWidthF(ring)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = ring / 2
        painter.drawRoundedRect(
            box.adjusted(half, half, -half, -half), look.radius("row"), look.radius("row")
        )
