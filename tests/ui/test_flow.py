"""A row that goes on below: nothing in it is cut, whatever the room."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Theme
from ui.widgets.boxes import column
from ui.widgets.flow import Flow


def test_what_has_no_room_goes_on_below(qtbot: QtBot, look: Theme) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    buttons = [QPushButton(f"Knap nummer {n}") for n in range(6)]
    column(holder).addLayout(Flow(*buttons))
    holder.resize(300, 400)
    holder.show()
    assert not [b.text() for b in buttons if b.width() < b.sizeHint().width()]
    assert len({b.y() for b in buttons}) > 1


def test_fields_on_one_line_share_it_evenly_only_where_that_cuts_no_word(qtbot: QtBot, look: Theme) -> None:
    holder, fields = QWidget(), [QLabel("Straffeattest"), QLabel("Børnepasning på plads, mens der arbejdes")]
    qtbot.addWidget(holder)
    column(holder).addLayout(Flow(*fields, even=True))
    wanted = sum(field.sizeHint().width() for field in fields)
    holder.resize(wanted + 40, 100)
    holder.show()
    assert not [field.text() for field in fields if field.width() < field.sizeHint().width()]
    assert fields[0].y() == fields[1].y()
    holder.resize(2 * wanted, 100)
    QCoreApplication.sendPostedEvents()
    assert fields[0].width() == fields[1].width()


def test_in_a_flow_the_last_act_stands_at_the_far_end(qtbot: QtBot, look: Theme) -> None:
    whole, again, done = QWidget(), QPushButton("Må kontaktes igen"), QPushButton("Afslut")
    quiet = QLabel("Gemmes løbende")
    qtbot.addWidget(whole)
    column(whole).addLayout(Flow(again, quiet, done, far=quiet))
    whole.resize(900, 60)
    whole.show()
    assert again.x() == 0
    assert done.geometry().right() == whole.width() - 1
    assert abs(quiet.geometry().center().y() - done.geometry().center().y()) <= 1
