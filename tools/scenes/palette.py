"""Find alt: its acts, what it finds, and nothing found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tools.scenes import Scene
from tools.scenes.workplace import Stage, page
from ui.palette.palette import Palette


def _asked(words: str) -> Callable[[Stage], None]:
    def act(stage: Stage) -> None:
        shown = stage.window.open("palette")
        if isinstance(shown, Palette):
            shown.field.setText(words)

    return act


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "palette": page("caseload", _asked("bage")),
    "palette-acts": page("today", _asked("")),
    "palette-nothing": page("today", _asked("xyzzy")),
}
