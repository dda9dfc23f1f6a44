"""Indstillinger, free and decided by the municipality."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.settings import Settings
from tools.scenes import Scene
from tools.scenes.workplace import Stage, page
from ui.settings.page import SettingsPage

SCENES: dict[str, Callable[[datetime], Scene]] = {}


def _decided(stage: Stage) -> QWidget | None:
    """As the page is made where a policy has decided; the window itself was made without one."""
    names = frozenset({"theme", "idle_minutes", "server.url", "server.pins", "server.key", "allow_export"})
    stage.window.adopt(Settings(theme="light", idle_minutes=4, idle_most=4, decided=names))
    made = SettingsPage(stage.window.desk, lambda **_: None)
    made.setProperty("surface", "page")
    made.resize(1000, 800)
    made.show()
    return made


SCENES["settings"] = page("settings")
SCENES["settings-decided"] = page("settings", _decided)
