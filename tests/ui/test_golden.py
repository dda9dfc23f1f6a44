"""Widgets and windows look as they did when somebody last looked at them, within a tolerance.

`FELT_GOLDEN=write .venv/bin/python -m pytest tests/ui/test_golden.py` writes the pictures anew; then look at every one of
them before it is committed. Few scenes and invented contents: the rest is looked at with `tools/screens.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.vault.vault import Vault
from tests.day.furnished import furnish
from tools.scenes import (
    case,
    employers,
    figures,
    gallery,
    gate,
    locked,
    note,
    palette,
    rooms,
    sync,
    workplace,
)
from tools.scenes import help as help_
from tools.scenes.workplace import Act
from tools.screens import NOW
from ui.theme import Theme, theme
from ui.visit.view import VisitView, Where

GOLDEN = Path(__file__).parent / "golden"
SCENES = {
    "controls": gallery.controls,
    "window-list": gallery.window_with_list,
    **{
        name: made
        for name, made in {**locked.SCENES, **gate.SCENES}.items()
        # These tell the time, or a key that was made for them.
        if name
        not in ("unlock-working", "unlock-unfinished", "unlock-wrong", "unlock-mend", "gate-recover-code")
    },
}
LOOKS = (("light", 100), ("dark", 100), ("contrast", 100), ("light", 200))
IN_ALL_LOOKS = ("controls", "window-list", "unlock", "create")
# The gallery's window is no page: nothing in it takes turns where large text leaves too little room.
SHOTS = [
    (name, *look)
    for name in SCENES
    for look in (LOOKS if name in IN_ALL_LOOKS else LOOKS[::3])
    if (name, look[1]) != ("window-list", 200) and (name, look[0]) != ("create", "contrast")
]


def _page(name: str, act: Act = lambda _stage: None) -> Act:
    def go(stage: workplace.Stage) -> QWidget | None:
        stage.window.go(name)
        stage.settle()
        return act(stage)

    return go


def _amira(tab: str) -> Act:
    return _page("caseload", workplace._on("Amira Holm", case._tab(tab)))


PAGES: dict[str, Act] = {
    "today": _page("today"),
    "caseload": _amira("timeline"),
    **{
        f"case-{tab}": _amira(tab)
        for tab in ("course", "career", "consents", "clinic", "work", "openness", "files")
    },
    "employers": _page("employers", employers._most_written),
    **{
        f"calendar-{mode}": _page("calendar", rooms._mode(mode)) for mode in ("week", "month", "list", "time")
    },
    "fidelity": _page("fidelity"),
    "figures": _page("figures"),
    "sync": _page("sync"),
    "settings": _page("settings"),
}
_MAIN = ("today", "caseload", "employers", "calendar-week", "fidelity", "figures", "sync", "settings")
MAIN = {name: PAGES[name] for name in _MAIN}
EMPTY = {
    name: _page(name)
    for name in ("today", "caseload", "employers", "calendar", "fidelity", "figures", "sync")
}
# What opens over the pages, and what a page says when something has happened.
STATES: dict[str, Act] = {
    "note-held": note._note({"facts": "Hun er begyndt på Sertralin 50 mg og er træt om formiddagen."}),
    "note-danger": note._note(note.DANGER),
    "candidate-form": _page("caseload", workplace._on("Amira Holm", workplace._edit)),
    "stop": _page(
        "caseload", workplace._on("Amira Holm", workplace._appointment(held="Tale om Sertralin 50 mg"))
    ),
    "contact-form": _page("employers", employers._contact),
    "palette": _page("today", palette._asked("")),
    "help": _page("today", help_._topic("keys")),
    "not-kept": _page("today", help_._topic("not-kept")),
    "benefits": _page("today", rooms._window("benefits")),
    "policy": _page("today", rooms._window("policy")),
    "export": _page("figures", figures._export),
    "print": _page("today", rooms._print),
    "conflict": _page("sync", sync._needs_somebody),
    "two-copies": _page("sync", sync._two_copies),
}
_ALSO_DARK = ("note-held", "stop", "palette", "conflict")  # each takes the whole window another second
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
    stage = _stage(tmp_path / "vault", furnish)
    rolls = _Rolls(qtbot, stage)
    rolls.shoot(PAGES, "light")
    for mode in ("dark", "contrast"):
        dressed(mode, 100)
        rolls.shoot(MAIN, mode)
    dressed("light", 100)
    stage.window.resize(1920, 1080)
    rolls.shoot(MAIN, "wide")
    stage.window.resize(_WIDTH, _HEIGHT)
    dressed("light", 200)
    stage.settle()
    stage.wait_for_the_network()
    rolls.shoot(PAGES, "200")
    stage.close()
    assert rolls.far == {}


def test_an_empty_journal_looks_as_it_did(
    qtbot: QtBot, dressed: Callable[[str, int], None], tmp_path: Path
) -> None:
    stage = _stage(tmp_path / "vault", lambda _vault, _now: None)
    rolls = _Rolls(qtbot, stage)
    rolls.shoot(EMPTY, "empty")
    dressed("light", 200)
    stage.settle()
    stage.wait_for_the_network()
    for act in EMPTY.values():
        act(stage)  # a page brings its menu along; the others come when the window has nothing to do
        stage.settle()
    rolls.shoot(EMPTY, "empty-200")
    stage.close()
    assert rolls.far == {}


def test_what_opens_and_what_has_happened_looks_as_it_did(
    qtbot: QtBot, dressed: Callable[[str, int], None], tmp_path: Path
) -> None:
    stage = _stage(tmp_path / "vault", furnish)
    rolls = _Rolls(qtbot, stage)
    for name, act in STATES.items():
        rolls.shoot_state(name, act)
    view = VisitView(stage.window.desk, Where(None, "Bageri Juhl", "Hanne Juhl, indehaver"))
    view.resize(_WIDTH, _HEIGHT)
    rolls.keep("visit", view)
    view.deleteLater()
    stage.close()
    assert rolls.far == {}


def _stage(place: Path, fill: Callable[[Vault, datetime], None]) -> workplace.Stage:
    vault = workplace.new_vault(place, NOW)
    fill(vault, NOW)
    vault.close()
    stage = workplace.Stage(place, NOW)
    stage.window.resize(_WIDTH, _HEIGHT)
    stage.window.show()
    stage.wait_for_the_network()
    stage.settle()
    return stage


class _Rolls:
    """What was taken of one window, and how far from the pictures that are kept: `far`, of those that are too far."""

    def __init__(self, qtbot: QtBot, stage: workplace.Stage) -> None:
        self._qtbot, self._stage = qtbot, stage
        self.far: dict[str, float] = {}

    def shoot(self, pages: Mapping[str, Act], suffix: str) -> None:
        window = self._stage.window
        window.setMinimumSize(0, 0)  # the screen of a test is not the one it is looked at as on
        size = window.size()
        for page, act in pages.items():
            act(self._stage)
            self._stage.settle()
            self.keep(f"page-{page}-{suffix}", window)
            assert window.size() == size, f"{page} makes the window larger than its screen"

    def shoot_state(self, name: str, act: Act) -> None:
        shown = act(self._stage)
        self._stage.settle()
        self.keep(f"state-{name}", shown or self._stage.window)
        if name in _ALSO_DARK:
            theme().choose("dark")
            self._stage.settle()
            self.keep(f"state-{name}-dark", shown or self._stage.window)
            theme().choose("light")
        if shown is not None:
            shown.close()
        else:
            self._stage.window._windows.dismiss()
        self._stage.settle()

    def keep(self, name: str, shown: QWidget) -> None:
        # What a page asks the journal for comes a moment after the page.
        with suppress(self._qtbot.TimeoutError):
            self._qtbot.waitUntil(partial(_looks_as, shown, name))
        far = _differs(shown.grab().toImage(), name)
        if far > _MOST_NOTICED:
            self.far[name] = far


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
    line = one.bytesPerLine()
    noticed = sum(
        1
        for start in range(0, len(a), line)
        if a[start : start + line] != b[start : start + line]
        for at in range(start, start + line, 4)
        if a[at : at + 3] != b[at : at + 3] and max(abs(a[at + n] - b[at + n]) for n in range(3)) > _NOTICED
    )
    return noticed / (len(a) // 4)
