"""What a form says when the answer comes later than the next key."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app import guard
from app.services.door import Held
from ui.widgets import form_answer
from ui.widgets.form import Form

pytestmark = [pytest.mark.usefixtures("look"), pytest.mark.screen]
_TITLE = "Ring om Sertralin 50 mg"


@pytest.mark.parametrize("typed_since", ["", "R", _TITLE + " og om mandag"])
def test_an_answer_speaks_of_what_was_asked_and_leaves_what_has_been_typed_since(
    qtbot: QtBot, typed_since: str
) -> None:
    findings = guard.clear(_TITLE)
    assert isinstance(findings, tuple)
    host = QWidget()
    qtbot.addWidget(host)
    form = Form("Ny opgave", "Gem", host)
    title = form.text("title", "Hvad", _TITLE)
    form.finish()
    form.wait()
    title.setText(typed_since)
    form_answer.settle(form, Held({"title": findings}), lambda _: None)
    assert title.text() == typed_since
    assert "»Sertralin 50 mg«" in title.accessibleDescription()


def test_what_is_wrong_is_on_the_screen_also_where_the_form_is_longer_than_its_window(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    form = Form("Ny opgave", "Gem", host)
    for number in range(9):
        form.long_text(f"text{number}", f"Felt {number}")
    form.finish()
    form.setFixedSize(400, 400)
    form.show()
    form.show_wrong("text8", "Skriv, hvad det betyder for arbejdet – ikke præparatet. " * 4)
    shown = form.findChildren(QScrollArea)[0].viewport()
    words = next(one for one in form.groups["text8"].findChildren(QLabel) if one.text().startswith("Skriv"))
    qtbot.waitUntil(lambda: words.mapTo(shown, words.rect().bottomLeft()).y() <= shown.height())
    form.close()
