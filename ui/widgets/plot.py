"""A plot painted with the theme's own colours, labelled at its points.

One colour and no legend. The picture takes the focus; Left and Right walk its points, each is said aloud. Its card
(`plot_card`) has the same numbers as a table.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import theme
from ui.widgets import announce, painting
from ui.widgets.picture import Picture

_HEIGHT_STEPS = 46
_BAR_SHARE = 0.62


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """`label` under the point, `long` in the table and aloud. `value` None: nothing to count. `told`: the value in
    words. `low`, `high`: an interval, where there is one. `at`: how far along, where the points are not equally apart.
    `besides`: what else its row in the table says."""

    label: str
    long: str
    value: float | None
    told: str
    more: str = ""
    low: float | None = None
    high: float | None = None
    at: float | None = None
    besides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlotData:
    """`kind`: bars, line, steps (from one point to the next on one height) or lying (bars from the left).

    `target` is drawn as a line with `target_text` at its end. `heads`: the columns of the table. `empty`: said in
    the middle when there is nothing to show.
    """

    kind: str
    points: tuple[PlotPoint, ...]
    heads: tuple[str, ...]
    target: float | None = None
    target_text: str = ""
    top: float | None = None
    empty: str = ""

    def rows(self) -> tuple[tuple[str, ...], ...]:
        wide = len(self.heads)
        return tuple((p.long, p.told, p.more, *p.besides)[:wide] for p in self.points)

    @property
    def is_empty(self) -> bool:
        return all(point.value is None for point in self.points)


class Plot(Picture):
    """The picture. `walked(int)`: another point is current."""

    walked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._data = PlotData("bars", (), ("", ""))
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_data(self, data: PlotData) -> None:
        self._data, self._at = data, -1
        last = next((p for p in reversed(data.points) if p.value is not None), None)
        said = data.empty if last is None else f"{last.long}: {last.told}"
        self.setAccessibleName(f"{self._name}. {said}")
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(theme().size("list"), theme().gap(_HEIGHT_STEPS))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._data.points:
            super().keyPressEvent(event)
            return
        start = self._at if self._at >= 0 else (len(self._data.points) if step < 0 else -1)
        self._at = min(max(start + step, 0), len(self._data.points) - 1)
        point = self._data.points[self._at]
        announce.say(
            self, ". ".join(part for part in (point.long, point.told, point.more, *point.besides) if part)
        )
        self.walked.emit(self._at)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self._at = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        if self._data.is_empty:
            painting.words(painter, whole, self._data.empty, "body", "muted")
        elif self._data.kind == "lying":
            self._lying(painter, whole)
        else:
            self._upright(painter, whole)
        if self.hasFocus():
            ring = theme().line("ring")
            painter.setPen(QPen(theme().colour("focus"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = ring / 2
            painter.drawRoundedRect(
                whole.adjusted(half, half, -half, -half), theme().radius("row"), theme().radius("row")
            )
        painter.end()

    def _upright(self, painter: QPainter, whole: QRectF) -> None:
        look, data = theme(), self._data
        line = painting.line_height("small")
        room = painting.text_width(data.target_text, "small") + look.gap(2) if data.target_text else 0.0
        area = whole.adjusted(look.gap(2), line + look.gap(2), -look.gap(2) - room, -line - look.gap(2))
        top = self._top()
        slot = area.width() / max(len(data.points), 1)
        painter.setPen(QPen(look.colour("border"), look.line("hair")))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if data.target is not None:
            self._target(painter, area, top)
        places = [
            (
                n,
                QPointF(self._along(area, slot, n, p), area.bottom() - area.height() * (p.value or 0) / top),
                p,
            )
            for n, p in enumerate(data.points)
        ]
        shown = [place for place in places if place[2].value is not None]
        if data.kind == "bars":
            self._bars(painter, area, slot, shown)
        else:
            self._curve(painter, area, slot, shown)
        self._labels(painter, area, slot, places)

    def _along(self, area: QRectF, slot: float, n: int, point: PlotPoint) -> float:
        """One after the other, or where the point itself says: two weeks are twice as wide as one."""
        if point.at is None:
            return area.left() + slot * (n + 0.5)
        last = max((p.at for p in self._data.points if p.at is not None), default=0.0)
        edge = theme().gap(4)
        return area.left() + edge + (area.width() - 2 * edge) * point.at / (last or 1)

    def _top(self) -> float:
        values = [p.high or p.value or 0 for p in self._data.points]
        return self._data.top or max([*values, self._data.target or 0, 1e-9]) * 1.12

    def _target(self, painter: QPainter, area: QRectF, top: float) -> None:
        y = area.bottom() - area.height() * (self._data.target or 0) / top
        painter.setPen(QPen(theme().colour("borderStrong"), theme().line("hair"), Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        height = painting.line_height("small")
        box = QRectF(
            area.right() + theme().gap(1),
            y - height / 2,
            painting.text_width(self._data.target_text, "small") + 2,
            height,
        )
        painting.words(painter, box, self._data.target_text, "small", "muted")

    def _bars(
        self, painter: QPainter, area: QRectF, slot: float, shown: list[tuple[int, QPointF, PlotPoint]]
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        wide = slot * _BAR_SHARE
        for n, at, _ in shown:
            painter.setBrush(theme().colour("accentHover" if n == self._at else "accent"))
            box = QRectF(at.x() - wide / 2, at.y(), wide, area.bottom() - at.y())
            painter.drawRect(box)

    def _curve(
        self, painter: QPainter, area: QRectF, slot: float, shown: list[tuple[int, QPointF, PlotPoint]]
    ) -> None:
        look, top = theme(), self._top()
        if self._data.kind == "steps":
            self._band(painter, area, slot, shown, top)
        ends = [at for _, at, _ in shown]
        if self._data.kind == "steps":
            ends = [
                p
                for n, at in enumerate(ends)
                for p in ((QPointF(at.x(), ends[n - 1].y()), at) if n else (at,))
            ]
        painter.setPen(QPen(look.colour("accent"), look.line("ring")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(ends))
        painter.setPen(Qt.PenStyle.NoPen)
        for n, at, _ in shown:
            painter.setBrush(look.colour("accentHover" if n == self._at else "accent"))
            size = look.gap(1.25 if n == self._at else 0.75)
            painter.drawEllipse(at, size, size)

    def _band(
        self,
        painter: QPainter,
        area: QRectF,
        slot: float,
        shown: list[tuple[int, QPointF, PlotPoint]],
        top: float,
    ) -> None:
        """The interval as a quiet ground behind the steps."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accentSoft"))
        for k, (_, at, point) in enumerate(shown):
            if point.low is not None and point.high is not None:
                high, low = (area.bottom() - area.height() * v / top for v in (point.high, point.low))
                left, wide = at.x() - slot / 2, slot
                if point.at is not None:  # it holds until the next step
                    left = at.x()
                    wide = (shown[k + 1][1].x() if k + 1 < len(shown) else area.right()) - left
                painter.drawRect(QRectF(left, high, wide, low - high))

    def _labels(
        self, painter: QPainter, area: QRectF, slot: float, places: list[tuple[int, QPointF, PlotPoint]]
    ) -> None:
        """Values over the points and names under them, as many as there is room for; the current one always."""
        height = painting.line_height("small")
        widest = max(
            (painting.text_width(p.label, "small") for _, _, p in places), default=0.0
        ) + theme().gap(1.5)
        each = max(1, round(widest / slot + 0.49))
        free = named = area.right() + theme().gap(
            20
        )  # what is further right is taken; the last point comes first
        for n, at, point in reversed(places):
            current = n in (self._at, len(places) - 1)
            roomy = (len(places) - 1 - n) % each == 0 if point.at is None else at.x() + widest / 2 <= named
            if roomy or current:
                self._centred(painter, at.x(), area.bottom() + theme().gap(1), height, point.label, "muted")
                named = at.x() - widest / 2
            told = painting.text_width(point.told, "smallStrong") + theme().gap(1)
            fits = told <= slot if point.at is None else at.x() + told / 2 <= free
            if point.value is not None and (current or fits):
                self._value(painter, area, at, height, point.told)
                free = at.x() - told / 2

    def _value(self, painter: QPainter, area: QRectF, at: QPointF, height: float, told: str) -> None:
        """Over its point; under it where the target's line goes and a curve leaves room. No line goes through it."""
        above, below = at.y() - height - theme().gap(1), at.y() + theme().gap(1.5)
        line = area.bottom() - area.height() * (self._data.target or 0) / self._top()
        crossed = self._data.target is not None and above - 1 <= line <= at.y()
        # A curve of steps falls down to its point, through what would stand over it.
        meets = self._data.kind == "steps" or (crossed and self._data.kind == "line")
        under = meets and at.y() > area.top() + area.height() / 8 and below + height <= area.bottom()
        ground = theme().colour("surface") if crossed and not under else None
        # Where there is no room below, it stands beside the line that falls.
        aside = (
            painting.text_width(told, "smallStrong") / 2 + theme().gap(1.5) if meets and not under else 0.0
        )
        beside = aside if self._data.kind == "steps" and at.x() > area.left() + theme().gap(6) else 0.0
        self._centred(painter, at.x() + beside, below if under else above, height, told, "text", ground)

    def _centred(
        self,
        painter: QPainter,
        x: float,
        y: float,
        height: float,
        text: str,
        role: str,
        ground: QColor | None = None,
    ) -> None:
        style = "smallStrong" if role == "text" else "small"
        wide = painting.text_width(text, style) + 2
        left = min(max(x - wide / 2, 0), self.width() - wide)
        box = QRectF(left, max(y, 0), wide, height)
        if ground is not None:
            painter.fillRect(box, ground)
        painting.words(painter, box, text, style, role)

    def _lying(self, painter: QPainter, whole: QRectF) -> None:
        look, points = theme(), self._data.points
        names = max(painting.text_width(p.label, "secondary") for p in points) + look.gap(3)
        tells = max(painting.text_width(p.told, "smallStrong") for p in points) + look.gap(3)
        names = min(names, whole.width() / 2)
        most = max(max((p.value or 0 for p in points), default=0), 1e-9)
        slot = (whole.height() - look.gap(2)) / len(points)
        for n, point in enumerate(points):
            y = whole.top() + look.gap(1) + slot * n
            painting.words(
                painter,
                QRectF(whole.left() + look.gap(2), y, names - look.gap(2), slot),
                point.label,
                "secondary",
                "text",
            )
            wide = (whole.width() - names - tells) * (point.value or 0) / most
            tall = min(slot * _BAR_SHARE, look.gap(4))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accentHover" if n == self._at else "accent"))
            painter.drawRect(QRectF(whole.left() + names, y + (slot - tall) / 2, wide, tall))
            box = QRectF(whole.left() + names + wide + look.gap(1.5), y, tells, slot)
            painting.words(painter, box, point.told, "smallStrong", "text")
