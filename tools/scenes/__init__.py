"""What tools/screens.py renders: scenes by name. A page's engineer adds a module and a line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Scene:
    """`widget` is shown and photographed, `close` lets go of what it stood on, `settle` waits for its answers."""

    widget: QWidget
    close: Callable[[], object]
    settle: Callable[[], object] = tuple


def plain(widget: QWidget) -> Scene:
    return Scene(widget, widget.deleteLater)


def all_scenes() -> dict[str, Callable[[datetime], Scene]]:
    from tools.scenes import (
        case,
        employers,
        figures,
        gallery,
        gate,
        help,
        leader,
        locked,
        note,
        palette,
        rooms,
        settings,
        sync,
        workplace,
    )

    return {
        **gallery.SCENES,
        **locked.SCENES,
        **gate.SCENES,
        **workplace.SCENES,
        **leader.SCENES,
        **case.SCENES,
        **note.SCENES,
        **employers.SCENES,
        **palette.SCENES,
        **sync.SCENES,
        **help.SCENES,
        **settings.SCENES,
        **figures.SCENES,
        **rooms.SCENES,
    }
