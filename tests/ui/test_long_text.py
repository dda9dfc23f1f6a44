"""Long words, large text and other scripts: nothing is cut that can be read nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme, theme
from ui.widgets.boxes import column
from ui.widgets.figure_table import FigureTable
from ui.widgets.labels import WrappedLabel
from ui.widgets.picker import Picker
from ui.widgets.plot import Plot, PlotData, PlotPoint
from ui.widgets.row_list import Row, RowButton, RowList

_SCOPE = "Mødetider, aftaler om job og navn på kontaktperson · fra Kandidaten til IPS-konsulenten"


@dataclass
class Stage:
    qtbot: QtBot

    def show(self, widget: QWidget, width: int, height: int) -> None:
        self.qtbot.addWidget(widget)
        widget.resize(width, height)
        widget.show()
        self.qtbot.waitExposed(widget)
        QCoreApplication.processEvents()


@pytest.fixture
def stage(qtbot: QtBot, look: Theme) -> Stage:
    del look
    return Stage(qtbot)


def _page(rows: RowList) -> QWidget:
    page = QWidget()
    column(page, rows, None)
    return page


def test_a_row_without_room_grows_until_its_words_are_there(stage: Stage) -> None:
    rows = RowList("Samtykker")
    rows.show_rows((Row(1, "handshake", "Tale med klinikken", _SCOPE, "til 2. maj 2027", "Træk tilbage"),))
    page = _page(rows)
    stage.show(page, 900, 400)
    low = rows.findChildren(RowButton)[0].height()
    page.resize(460, 400)
    QCoreApplication.processEvents()
    button = rows.findChildren(RowButton)[0]
    note = button.findChildren(WrappedLabel)[1]
    assert button.height() > low
    assert note.height() >= note.heightForWidth(note.width())
    assert note.toolTip() == ""


def test_words_that_have_no_end_take_four_lines_and_no_more_width(stage: Stage) -> None:
    label = WrappedLabel("Å" * 2000)
    stage.show(label, 200, 300)
    label.grab()
    assert label.minimumSizeHint().width() == 0
    assert label.heightForWidth(200) == label.heightForWidth(150) < 5 * label.heightForWidth(100_000)
    assert label.toolTip() == "Å" * 2000


def test_a_table_of_many_numbers_keeps_its_words(stage: Stage) -> None:
    """It scrolls sideways instead."""
    table = FigureTable("Udtrukne journaler")
    table.show_rows(
        ("Oplysning", *(f"Nr. {n}" for n in range(12))),
        [("Arbejdsgivere mødt / kontakter", *("Alexandrina Holm" for _ in range(12)))],
    )
    stage.show(table, 500, 200)
    assert table.columnWidth(0) >= min(table.sizeHintForColumn(0), table.viewport().width() // 2)
    assert table.horizontalScrollBar().maximum() > 0


def test_a_number_over_a_plot_is_never_crossed_by_the_target(stage: Stage) -> None:
    """The last value lies just under the target: it is written below its point, so the room over it holds the line alone."""

    def painted(target: float | None) -> QImage:
        plot = Plot("Tid ude af huset")
        points = tuple(PlotPoint(str(n), str(n), v, f"{v} %") for n, v in enumerate((40.0, 54.0)))
        plot.show_data(PlotData("line", points, ("Måned", "Ude"), target=target, top=100.0))
        stage.show(plot, 400, plot.sizeHint().height())
        return plot.grab().toImage()

    assert painted(54.5) != painted(None)
    assert _dark_rows(painted(54.5))[-1] > _dark_rows(painted(90.0))[-1]


def test_a_step_falls_to_its_point_and_not_through_its_number(stage: Stage) -> None:
    def painted(kind: str) -> QImage:
        plot = Plot("Uger i job")
        points = tuple(PlotPoint(str(n), str(n), v, f"{v} %") for n, v in enumerate((100.0, 50.0)))
        plot.show_data(PlotData(kind, points, ("Uge", "I job"), top=100.0))
        stage.show(plot, 400, plot.sizeHint().height())
        return plot.grab().toImage()

    assert _dark_rows(painted("steps"))[-1] > _dark_rows(painted("line"))[-1]


def _dark_rows(image: QImage) -> list[int]:
    """The rows in the last tenth of the plot's width, over the names of its axis, that hold text."""
    text = theme().colour("text").rgb()
    wide, high = image.width(), int(image.height() * 0.78)
    return [y for y in range(high) if any(image.pixel(x, y) == text for x in range(wide // 2, wide))]


def test_the_sign_in_a_field_of_names_grows_with_the_text(stage: Stage) -> None:
    field = Picker("Kandidat")
    stage.show(field, 300, 40)
    assert field.findChildren(QWidget)[-1].height() <= field.height()
    assert field.textMargins().left() >= theme().size("iconSmall")
