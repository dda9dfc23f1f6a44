"""Widgets and windows look as they did when somebody last looked at them, within a tolerance.

`FELT_GOLDEN=write .venv/bin/python -m pytest tests/ui/test_golden.py` writes the pictures anew; then look at every one of
them before it is committed. Few scenes and invented contents: the rest is looked at with `tools/screens.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.day.furnished import furnish
from tools.scenes import gallery, locked, workplace
from tools.screens import NOW
from ui.theme import Theme, theme
from ui.visit.view import VisitView, Where

GOLDEN = Path(__file__).parent / "golden"
SCENES = {
    "controls": gallery.controls,
    "window-list": gallery.window_with_list,
    "unlock": locked.SCENES["unlock"],
    "create": locked.SCENES["create"],
}
PAGES = ("today", "caseload", "calendar", "sync", "settings")
LOOKS = (("light", 100), ("dark", 100), ("contrast", 100), ("light", 200))
# The gallery's window is no page: nothing in it takes turns where large text leaves too little room.
SHOTS = [
    (name, *look)
    for name in SCENES
    for look in LOOKS
    if (name, look[1]) != ("window-list", 200) and (name, look[0]) != ("create", "contrast")
]
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
    shot = scene.widget.grab().toImage()
    scene.widget.hide()
    scene.close()
    assert _differs(shot, f"{name}-{mode}-{text}") <= _MOST_NOTICED


def test_the_pages_look_as_they_did(
    qtbot: QtBot, dressed: Callable[[str, int], None], tmp_path: Path
) -> None:
    """One window and one small journal for all of them, as a window takes longer than a picture."""
    vault = workplace.new_vault(tmp_path / "vault", NOW)
    furnish(vault, NOW)
    vault.close()
    stage = workplace.Stage(tmp_path / "vault", NOW)
    stage.window.resize(_WIDTH, _HEIGHT)
    stage.window.show()
    far = {}
    for page in PAGES:
        stage.window.go(page)
        stage.settle()
        for mode in ("light", "dark"):
            dressed(mode, 100)
            name = f"page-{page}-{mode}"
            # What a page asks the journal for comes a moment after the page.
            with suppress(qtbot.TimeoutError):
                qtbot.waitUntil(partial(_looks_as, stage.window, name))
            far[name] = _differs(stage.window.grab().toImage(), name)
    view = VisitView(stage.window.desk, Where(None, "Bageri Juhl", "Hanne Juhl, indehaver"))
    view.resize(_WIDTH, _HEIGHT)
    far["visit"] = _differs(view.grab().toImage(), "visit")
    view.deleteLater()
    stage.close()
    assert {name: share for name, share in far.items() if share > _MOST_NOTICED} == {}


def _looks_as(shown: QWidget, name: str) -> bool:
    return _differs(shown.grab().toImage(), name) <= _MOST_NOTICED


def _differs(shot: QImage, name: str) -> float:
    """How much from the picture that is kept; `FELT_GOLDEN=write` keeps this one."""
    shot = shot.convertToFormat(QImage.Format.Format_RGB32)
    shot = shot.scaledToWidth(_KEPT_WIDTH, Qt.TransformationMode.SmoothTransformation)
    file = GOLDEN / f"{name}.png"
    if os.environ.get("FELT_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        assert shot.save(str(file))
    kept = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    return _share_noticed(shot, kept) if shot.size() == kept.size() else 1.0


def _share_noticed(one: QImage, other: QImage) -> float:
    """Of the pixels, how many a person would see the difference of."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    noticed = sum(
        1
        for at in range(0, len(a), 4)
        if a[at : at + 3] != b[at : at + 3] and max(abs(a[at + n] - b[at + n]) for n in range(3)) > _NOTICED
    )
    return noticed / (len(a) // 4)
