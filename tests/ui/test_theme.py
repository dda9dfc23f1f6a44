"""Tokens, type, icons: readable in both modes, at every size, and nowhere else in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import resources
from ui.theme import Theme, measures, tokens

UI = Path(__file__).parents[2] / "ui"
GROUNDS = ("bg", "surface", "sunken", "hover", "selected")
TONES = ("ok", "warn", "stop", "info")


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _text_pairs() -> Iterator[tuple[str, str]]:
    yield from ((ink, ground) for ink in ("text", "muted", "faint", "accentText") for ground in GROUNDS)
    yield from ((f"{tone}Text", f"{tone}Bg") for tone in TONES)
    yield from ((f"{tone}Text", ground) for tone in TONES for ground in (*GROUNDS,))
    yield from (("onAccent", "accent"), ("onAccent", "accentHover"), ("accentText", "accentSoft"))
    yield from (("onStop", "stopLine"), ("onWarn", "warnLine"), ("railAccent", "rail"))
    yield from (
        (ink, ground) for ink in ("railText", "railMuted", "railStrong") for ground in ("rail", "railActive")
    )


def _line_pairs() -> Iterator[tuple[str, str]]:
    lines = ("borderStrong", "focus", "accent", *(f"{tone}Line" for tone in TONES))
    yield from ((line, ground) for line in lines for ground in ("bg", "surface", "sunken"))
    yield from (("railAccent", "rail"), ("railAccent", "railActive"), ("focus", "selected"))


@pytest.mark.parametrize("mode", tokens.MODES)
def test_every_text_and_line_can_be_told_from_its_ground(mode: str) -> None:
    colours = tokens.load().colours[mode]
    found = [(pair, 4.5) for pair in _text_pairs()] + [(pair, 3.0) for pair in _line_pairs()]
    low = [(pair, _contrast(*(colours[name] for name in pair))) for pair, least in found
           if _contrast(*(colours[name] for name in pair)) < least]  # fmt: skip
    assert not low


def test_high_contrast_is_higher_than_the_law_asks() -> None:
    colours = tokens.load().colours["contrast"]
    ratios = {pair: _contrast(*(colours[name] for name in pair)) for pair in _text_pairs()}
    assert not {pair: ratio for pair, ratio in ratios.items() if ratio < 7}


def test_all_modes_name_the_same_colours() -> None:
    light, *others = (tokens.load().colours[mode] for mode in tokens.MODES)
    assert all(light.keys() == other.keys() for other in others)


@pytest.mark.parametrize("mode", tokens.MODES)
def test_arrow_and_check_have_colours_of_the_tokens(mode: str) -> None:
    arrow = resources.path(f"theme/arrow-{mode}.svg").read_text("utf-8")
    assert f'stroke="{tokens.load().colours[mode]["muted"]}"' in arrow
    check = resources.path(f"theme/check-{mode}.svg").read_text("utf-8")
    assert f'stroke="{tokens.load().colours[mode]["onAccent"]}"' in check


_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b")
_PIXELS = re.compile(r"\b\d+ ?(?:px|pt)\b")
_MEASURED = {
    "setFixedWidth", "setFixedHeight", "setFixedSize", "setMinimumWidth", "setMinimumHeight", "setMinimumSize",
    "setMaximumWidth", "setMaximumHeight", "setMaximumSize", "setSpacing", "addSpacing", "setContentsMargins",
    "setIconSize", "setPixelSize", "setPointSize", "QSize", "QColor", "resize",
}  # fmt: skip


def _literals(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        where = f"{source.relative_to(UI)}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if _COLOUR.search(node.value) or _PIXELS.search(node.value):
                yield f"{where} {node.value!r}"
        elif (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", "")) in _MEASURED
        ):
            numbers = [
                a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, int | float)
            ]
            if any(number > 1 for number in numbers):
                yield f"{where} {ast.unparse(node)}"


def test_no_colour_and_no_size_stands_outside_the_tokens() -> None:
    assert not [found for source in UI.rglob("*.py") for found in _literals(source)]


def test_the_font_travels_with_the_program(look: Theme) -> None:
    assert QFontInfo(look.font("strong")).family() == "IBM Plex Sans"
    assert resources.path("fonts/OFL.txt").exists()
    assert resources.path("icons/LICENSE.txt").exists()


def test_nothing_is_ever_smaller_than_twelve_pixels() -> None:
    assert min(size for size, _ in tokens.load().type.values()) == 12


@pytest.mark.parametrize(("percent", "body"), [(80, 11), (100, 14), (150, 21), (200, 28)])
def test_text_follows_the_users_size(look: Theme, percent: int, body: int) -> None:
    look.set_text_size(percent)
    assert look.font("body").pixelSize() == body
    assert f"font-size: {body}px" in _sheet()


def test_the_air_grows_half_as_fast_as_the_text(look: Theme) -> None:
    look.set_text_size(200)
    assert look.gap(4) == 24
    assert look.size("control") == 68


@pytest.mark.parametrize(("asked", "got"), [(10, 80), (500, 200)])
def test_text_size_stays_between_80_and_200_percent(look: Theme, asked: int, got: int) -> None:
    look.set_text_size(asked)
    assert look.text_size == got


def test_steps_of_text_size_go_up_down_and_home(look: Theme) -> None:
    look.step_text_size(1)
    look.step_text_size(1)
    assert look.text_size == 125
    look.step_text_size(-1)
    assert look.text_size == 110
    look.step_text_size(0)
    assert look.text_size == 100


@pytest.mark.parametrize(
    ("platform", "points", "factor"),
    [("windows", 9, 1), ("windows", 18, 2), ("xcb", 11, 1), ("xcb", 9, 1), ("xcb", 99, 2.25)],
)
def test_large_text_of_the_system_makes_ours_large(platform: str, points: float, factor: float) -> None:
    assert measures.system_factor(platform, points) == factor


def test_a_change_of_mode_is_told_once_and_reaches_the_palette(look: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.choose("dark")
    assert QApplication.palette().window().color() == QColor(tokens.load().colours["dark"]["bg"])


def _ink(image: QImage) -> QColor:
    """The most opaque colour of a picture."""
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return max((image.pixelColor(*point) for point in points), key=QColor.alpha)


def test_an_icon_takes_the_colour_of_the_mode_it_is_painted_in(look: Theme) -> None:
    icon = look.icon("plus", "text")
    light = _ink(icon.pixmap(look.icon_size()).toImage())
    look.choose("dark")
    dark = _ink(icon.pixmap(look.icon_size()).toImage())
    assert light.lightness() < 60
    assert dark.lightness() > 200


def test_an_icon_that_is_not_shipped_is_noticed_at_once(look: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        look.icon("unicorn")


_KINDS = "nav rail state toast primary visit visitPrimary soft small quiet link segment tab row glyph"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", ["", *_KINDS.split()])
def test_a_thicker_focus_ring_moves_neither_the_text_nor_what_is_below(
    look: Theme, qtbot: QtBot, kind: str, percent: int
) -> None:
    look.set_text_size(percent)
    button = QPushButton("Gem")
    button.setProperty("kind", kind)
    button.setCheckable(kind in ("visit", "segment"))
    qtbot.addWidget(button)
    button.show()
    before = button.sizeHint()
    _focus(button)
    button.setText("")
    button.setText("Gem")  # or the button tells the size it has kept
    assert button.sizeHint() == before


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox, QCheckBox])
def test_a_field_with_the_focus_is_as_large_as_before(look: Theme, qtbot: QtBot, kind: type[QWidget]) -> None:
    field = kind()
    qtbot.addWidget(field)
    field.show()
    before = field.sizeHint()
    _focus(field)
    assert field.sizeHint() == before


@pytest.mark.parametrize("kind", [QComboBox, QDateEdit, QTimeEdit, QSpinBox])
def test_fields_beside_each_other_are_equally_high(look: Theme, qtbot: QtBot, kind: type[QWidget]) -> None:
    line, field = QLineEdit(), kind()
    for widget in (line, field):
        qtbot.addWidget(widget)
        widget.show()
    assert min(field.sizeHint().height(), field.maximumHeight()) == line.sizeHint().height()


def _focus(widget: QWidget) -> None:
    widget.activateWindow()
    QApplication.processEvents()
    widget.setFocus()
    assert widget.hasFocus()


def test_a_frame_of_a_page_does_not_dress_the_labels_in_it(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("Roligt")
    label.setProperty("role", "muted")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pixelSize() == 13


def _sheet() -> str:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app.styleSheet()
