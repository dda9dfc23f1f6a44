"""What can be done in the note window, by name and key; and what of the main window's acts reaches it too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from ui.commands import Command, Commands

translate = QCoreApplication.translate
# Undo and back belong to the main window; in here they are the text's own.
_SHARED = (
    "file.lock",
    "file.cover",
    "note",
    "palette",
    "keys",
    "sync.now",
    "view.larger",
    "view.smaller",
    "view.normal",
    "view.light",
    "view.dark",
    "view.contrast",
    "view.system",
)


def note_acts(
    enter: Callable[[], object],
    park: Callable[[], object],
    walk: Callable[[], object],
    use: Callable[[], object],
    next_group: Callable[[], object],
) -> tuple[Command, ...]:
    return (
        Command(
            "note.enter", translate("Note", "Før i journalen"), enter, ("Ctrl+Return", "Ctrl+Enter"), "check"
        ),
        Command("note.park", translate("Note", "Læg til side"), park, ("Esc",), "sticky-note"),
        Command("note.walk", translate("Note", "Næste sted fra vagten"), walk, ("F4",), "shield-alert"),
        Command("note.use", translate("Note", "Brug forslaget"), use, ("Alt+Return", "Alt+Enter"), "pencil"),
        Command("note.group", translate("Note", "Skift feltgruppe"), next_group, ("F6",), "keyboard"),
    )


def writing_acts(
    spell: Callable[[], object], template: Callable[[], object], next_stop: Callable[[], object]
) -> tuple[Command, ...]:
    return (
        Command("note.spell", translate("Note", "Ret næste ord"), spell, ("F7",), "spell-check-2"),
        Command("note.template", translate("Note", "Skabeloner"), template, ("Ctrl+Shift+T",), "file-text"),
        Command(
            "note.stop", translate("Note", "Næste sted at udfylde"), next_stop, ("Ctrl+J",), "arrow-right"
        ),
    )


def rescue_act(copy: Callable[[], object], possible: Callable[[], bool]) -> Command:
    """Only where a save has failed: otherwise the text is safe, and a copy is one more thing to look after."""
    text = translate("Note", "Gem redningskopi i en anden mappe …")
    return Command("note.rescue", text, copy, ("Ctrl+Shift+R",), "hard-drive", enabled=possible)


def shared(commands: Commands) -> list[QAction]:
    return [commands.action(id) for id in _SHARED if id in commands]
