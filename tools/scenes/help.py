"""The window on F1."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from tools.scenes.workplace import Stage, page


def _topic(topic: str) -> Callable[[Stage], QWidget]:
    return lambda stage: stage.window.open("help", topic)


SCENES = {
    "help": page("today", _topic("keys")),
    "help-guard": page("today", _topic("guard")),
    "help-not-kept": page("today", _topic("not-kept")),
    "help-about": page("today", _topic("about")),
}
