"""Render pages and states to build/screens/*.png, to be looked at: light, dark, 1280×720, 1920×1080, text at 200 %.

    .venv/bin/python tools/screens.py [NAME …]        # names of scenes; none means all

A scene is a function `(now) -> QWidget` in one of the modules of tools/scenes/.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tools.scenes import Scene
    from ui.theme import Theme

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OUT = ROOT / "build" / "screens"
NOW = datetime(2026, 11, 23, 10, 21, tzinfo=ZoneInfo("Europe/Copenhagen"))


@dataclass(frozen=True, slots=True)
class Look:
    """One way of looking at a scene."""

    suffix: str
    mode: str
    text_size: int
    width: int
    height: int


LOOKS = (
    Look("light", "light", 100, 1440, 900),
    Look("dark", "dark", 100, 1440, 900),
    Look("contrast", "contrast", 100, 1440, 900),
    Look("1280x720", "light", 100, 1280, 720),
    Look("1920x1080", "light", 100, 1920, 1080),
    Look("text200", "light", 200, 1280, 720),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="tools/screens.py", description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--look", choices=[look.suffix for look in LOOKS], action="append")
    parser.add_argument(
        "--scale", type=float, default=1.0, help="of the screen, as 2 for a 4K screen at 200 %%"
    )
    asked = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = str(asked.scale)

    from PySide6.QtWidgets import QApplication

    from tools import i18n
    from tools.scenes import all_scenes
    from ui.text import language
    from ui.theme import install

    app = QApplication([])
    i18n.build()  # without it Danish has no plurals
    language.speak(app)
    look = install(app, "light")
    OUT.mkdir(parents=True, exist_ok=True)
    scenes = all_scenes()
    for name in asked.names or scenes:
        wanted = [way for way in LOOKS if not asked.look or way.suffix in asked.look]
        for _, ways in groupby(wanted, key=lambda way: way.text_size):
            _shoot_all(app, look, scenes[name], name, list(ways))
    return 0


def _shoot_all(
    app: QApplication, look: Theme, make: Callable[[datetime], Scene], name: str, ways: list[Look]
) -> None:
    """One scene in several looks: only another text size makes its pages anew."""
    look.choose(ways[0].mode)
    look.set_text_size(ways[0].text_size)
    scene = make(NOW)
    for way in ways:
        look.choose(way.mode)
        _shoot(app, scene, name, way)
    scene.close()
    app.processEvents()


def _shoot(app: QApplication, scene: Scene, name: str, way: Look) -> None:
    widget = scene.widget
    if widget.minimumSize() != widget.maximumSize():
        widget.setMinimumSize(0, 0)  # the screen it was made for is not the one it is looked at as on
    widget.resize(way.width, way.height)
    widget.show()
    for _ in range(6):
        app.processEvents()
    scene.settle()
    file = OUT / f"{name}-{way.suffix}.png"
    widget.grab().save(str(file))
    print(file.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
