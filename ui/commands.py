"""Every act of the program, once: id, text, shortcut, icon.

The menu bar, the palette, tooltips and the list on F1 are all made from here, so an act that is not
registered cannot be reached at all, and one that is can be reached in every way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from ui.theme import theme


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """`keys`: QKeySequence texts, the first is the one shown. `menu`: a key of `MENUS`, or "" for palette only."""

    id: str
    text: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    icon: str = ""
    menu: str = ""
    enabled: Callable[[], bool] = field(default=_always)

    @property
    def plain(self) -> str:
        """The text without the mark of its menu letter."""
        return self.text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Commands(QObject):
    """The registry. `changed` fires when commands come or go, or when `refresh` is asked for."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}
        self._owners: dict[str, int | None] = {}
        # A timer of its own: a `QTimer.singleShot` whose context dies first never lets go of what it was to call.
        self._sharing = QTimer(self, singleShot=True, interval=0)
        self._sharing.timeout.connect(self.share_keys)

    def __iter__(self) -> Iterator[Command]:
        return iter(self._commands.values())

    def __contains__(self, id: str) -> bool:
        return id in self._commands

    def __getitem__(self, id: str) -> Command:
        return self._commands[id]

    def add(self, *commands: Command, owner: QObject | None = None) -> None:
        """`owner`: the page the commands go with; a page made anew takes over from the one before."""
        mark = id(owner) if owner is not None else None
        for command in commands:
            if command.id in self._commands and self._owners[command.id] is None:
                raise ValueError(command.id)
            self.remove(command.id)
            self._commands[command.id] = command
            self._actions[command.id] = self._action(command)
            self._owners[command.id] = mark
        if owner is not None:
            owner.destroyed.connect(lambda: self._leave(mark))
        self.changed.emit()

    def remove(self, *ids: str) -> None:
        """Take commands away, as when a page goes."""
        for id in ids:
            self._commands.pop(id, None)
            self._owners.pop(id, None)
            if action := self._actions.pop(id, None):
                action.deleteLater()
        self.changed.emit()

    def run(self, id: str) -> bool:
        """Run a command by name; False if it is not possible right now."""
        command = self._commands.get(id)
        if command is None or not command.enabled():
            return False
        command.run()
        return True

    def action(self, id: str) -> QAction:
        """The one QAction of a command, for menus and for the window that hears its shortcut."""
        return self._actions[id]

    def actions(self) -> list[QAction]:
        return list(self._actions.values())

    def refresh(self) -> None:
        """Ask every command anew whether it is possible, for a menu that is shown. One left grey would swallow its key."""
        for id, command in self._commands.items():
            self._actions[id].setEnabled(command.enabled())

    def share_keys_soon(self) -> None:
        """When the page that is coming or going has done so."""
        self._sharing.start()

    def share_keys(self) -> None:
        """Of commands with one key, only the one that is possible now hears it; two that hear it are none."""
        heard = Counter(key for command in self for key in command.keys)
        for command in self:
            if any(heard[key] > 1 for key in command.keys):
                self._actions[command.id].setEnabled(command.enabled())

    def keys_text(self, id: str) -> str:
        """The shortcut as the keyboard says it (`Ctrl+K`), or ""."""
        keys = self._commands[id].keys
        return native(keys[0]) if keys else ""

    def button(self, id: str, kind: str = "", parent: QWidget | None = None) -> QPushButton:
        """A push button for a command: its text, icon, tooltip with shortcut, and what it does.

        `kind`: "", "primary", "quiet", "small" or "glyph" (icon alone, the text becomes its name).
        """
        command = self._commands[id]
        made = QPushButton(parent)
        if kind != "glyph":
            made.setText(f" {command.plain}" if command.icon else command.plain)
        made.setProperty("kind", kind)
        if command.icon:
            made.setIcon(theme().icon(command.icon, "onAccent" if kind == "primary" else "text"))
            made.setIconSize(theme().icon_size())
        made.setAccessibleName(command.plain)
        made.setToolTip(self.tooltip(id))
        made.clicked.connect(lambda: self.run(id))
        return made

    def tooltip(self, id: str) -> str:
        keys = self.keys_text(id)
        return f"{self._commands[id].plain} ({keys})" if keys else self._commands[id].plain

    def _leave(self, mark: int | None) -> None:
        if isValid(self):
            self.remove(*[id for id, owner in self._owners.items() if owner == mark])

    def _action(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setMenuRole(QAction.MenuRole.NoRole)
        if command.icon:
            action.setIcon(theme().icon(command.icon, "muted"))
        action.triggered.connect(lambda: self.run(command.id))
        return action


def native(key: str) -> str:
    """A key sequence in the words of the keyboard in use."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def menu_titles() -> dict[str, str]:
    """The menus in their order; a menu without commands is not shown."""

    translate = QCoreApplication.translate
    return {
        "file": translate("Commands", "&Journal"),
        "edit": translate("Commands", "&Redigér"),
        "go": translate("Commands", "&Gå til"),
        "candidate": translate("Commands", "&Kandidat"),
        "employer": translate("Commands", "&Arbejdsgiver"),
        "view": translate("Commands", "&Vis"),
        "help": translate("Commands", "&Hjælp"),
    }


def clashes_on_a_danish_keyboard(key: str) -> bool:
    """True for a shortcut that a Danish keyboard cannot give or gives to something else.

    Ctrl+Alt is AltGr and writes a sign; `/ ? [ ] { } @ $ \\ | ~` need Shift or AltGr; single letters would
    act while somebody dictates (WCAG 2.1.4).
    """
    sequence = QKeySequence(key)
    if sequence.isEmpty():
        return True
    parts = sequence.toString(QKeySequence.SequenceFormat.PortableText).replace("++", "+Plus").split("+")
    modifiers, last = set(parts[:-1]), parts[-1]
    if {"Ctrl", "Alt"} <= modifiers or last in set('/?[]{}@$\\|~#&%€£=;:<>*_"!()'):
        return True
    return len(last) == 1 and not modifiers & {"Ctrl", "Alt"}
