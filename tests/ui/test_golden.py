"""Widgets and windows look as they did when somebody last looked at them, within a tolerance.

`FELT_GOLDEN=write .venv/bin/python -m pytest tests/ui/test_golden.py` writes the pictures anew; then look at every one of
them before it is committed. Few scenes and invented contents: a page that changes every week is looked at with
`tools/screens.py` instead.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tools.scenes import gallery, locked
from tools.screens import NOW
from ui.theme import Theme, theme

GOLDEN = Path(__file__).parent / "golden"
SCENES = {
    "controls": gallery.controls,
    "window-list": gallery.window_with_list,
    "unlock": locked.SCENES["unlock"],
}
LOOKS = (("light", 100), ("dark", 100), ("contrast", 100), ("light", 200))
# The gallery's window is no page: nothing in it takes turns where large text leaves too little room.
SHOTS = [(name, *look) for name in SCENES for look in LOOKS if (name, look[1]) != ("window-list", 200)]
_WIDTH, _HEIGHT = 1280, 720
_KEPT_WIDTH = 640  # half the size: what a person would notice is left, what a font's rounding does is not
_NOTICED, _MOST_NOTICED = 40, 0.006  # steps of 256 in a channel; share of the pixels


@pytest.fixture
def dressed(look: Theme) -> Iterator[Callable[[str, int], None]]:
    def dress(mode: str, text: int) -> None:
        theme().choose(mode)
        theme().set_text_size(text)

    yield dress
    look.choose("light")
    look.set_text_size(100)


@pytest.mark.parametrize(("name", "mode", "text"), SHOTS, ids=["-".join(map(str, shot)) for shot in SHOTS])
def test_it_looks_as_it_did(
    qtbot: QtBot, dressed: Callable[[str, int], None], name: str, mode: str, text: int
) -> None:
    dressed(mode, text)
    scene = SCENES[name](NOW)
    scene.widget.resize(_WIDTH, _HEIGHT)
    scene.widget.show()
    for _ in range(6):
        QCoreApplication.processEvents()
    scene.settle()
    shot = scene.widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shot = shot.scaledToWidth(_KEPT_WIDTH, Qt.TransformationMode.SmoothTransformation)
    scene.widget.hide()
    scene.close()
    file = GOLDEN / f"{name}-{mode}-{text}.png"
    if os.environ.get("FELT_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        assert shot.save(str(file))
    kept = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    assert shot.size() == kept.size()
    assert _share_noticed(shot, kept) <= _MOST_NOTICED


def _share_noticed(one: QImage, other: QImage) -> float:
    """Of the pixels, how many a person would see the difference of."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    noticed = sum(
        1
        for at in range(0, len(a), 4)
        if a[at : at + 3] != b[at : at + 3] and max(abs(a[at + n] - b[at + n]) for n in range(3)) > _NOTICED
    )
    return noticed / (len(a) // 4)
