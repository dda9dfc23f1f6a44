"""English proves the machinery: a translation reaches the screen, with its plural."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from tools import i18n
from ui.text import standing
from ui.theme import Theme


def test_a_sentence_comes_out_in_english_with_its_plural(look: Theme) -> None:
    app = QCoreApplication.instance()
    assert app is not None
    english = QTranslator()
    assert english.load(str(i18n.FOLDER / "feltjournal_en.qm"))
    app.installTranslator(english)
    try:
        assert standing.pending(1) == "1 change is saved here and waiting"
        assert standing.pending(4) == "4 changes are saved here and waiting"
    finally:
        app.removeTranslator(english)
    assert standing.pending(4) == "4 ændringer er gemt her og venter"
