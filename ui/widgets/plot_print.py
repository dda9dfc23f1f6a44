"""A plot on a page with its numbers below, in the light colours whatever the screen has."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QPoint, QRectF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from ui.theme import theme
from ui.widgets import painting
from ui.widgets.plot import Plot, PlotData

_MARGIN_MM = 18
_WIDTH_STEPS = 160


def paint(device: QPagedPaintDevice, title: str, data: PlotData, lines: tuple[str, ...]) -> bool:
    """`lines`: what stands under the title. False where the device takes nothing, as a file that cannot be written."""
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    with theme().on_paper():
        plot = Plot(title)
        plot.show_data(data)
        wide = theme().gap(_WIDTH_STEPS)
        plot.resize(wide, plot.sizeHint().height())
        painter = QPainter()
        if begun := painter.begin(device):
            painter.scale(device.width() / wide, device.width() / wide)
            room = device.height() * wide / device.width()
            _paint(painter, device, plot, (title, lines), data, (wide, room))
            painter.end()
        plot.deleteLater()
    return begun


def _paint(
    painter: QPainter, device: QPagedPaintDevice, plot: Plot, head: tuple[str, tuple[str, ...]], data: PlotData,
    page: tuple[int, float],
) -> None:  # fmt: skip
    (title, lines), (wide, room) = head, page
    at = _line(painter, title, "title", 0.0, wide)
    for text in lines:
        at = _line(painter, text, "small", at, wide)
    at += theme().gap(4)
    painter.save()
    painter.setWorldTransform(QTransform.fromTranslate(0, at), combine=True)
    plot.render(painter, QPoint(), plot.rect(), QWidget.RenderFlag(0))
    painter.restore()
    at += plot.height() + theme().gap(4)
    height = painting.line_height("small") + theme().gap(1)
    columns = len(data.heads)
    for n, cells in enumerate((data.heads, *data.rows())):
        if at + height > room:
            # The rest of the numbers on the next page, under the line that says whose they are.
            device.newPage()
            at = _line(painter, lines[-1], "small", 0.0, wide) if lines else 0.0
        for x, text in enumerate(cells):
            style = "smallStrong" if n == 0 else "small"
            box = QRectF(x * wide / columns, at, wide / columns, height)
            painting.words(painter, box, text, style, "text")
        at += height


def _line(painter: QPainter, text: str, style: str, at: float, wide: int) -> float:
    """The height below it."""
    painter.setPen(theme().colour("text" if style == "title" else "muted"))
    painter.setFont(theme().font(style))
    box = QRectF(0, at, wide, room := painting.line_height(style) * 3)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    used = painter.boundingRect(box, flags, text)
    painter.drawText(box, flags, text)
    return at + min(used.height(), room) + theme().gap(1)
