"""The menu bar, made anew from the registry whenever a command comes or goes."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow, QMenu

from ui.commands import Commands, menu_titles


class Menus:
    """Keeps the window's menu bar and its shortcuts in step with the commands."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        self._window, self._commands = window, commands
        self._menus: dict[str, QMenu] = {}
        self._soon = QTimer(window, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fill)
        self._enabling = QTimer(window, singleShot=True, interval=0)
        self._enabling.timeout.connect(self._enable)
        commands.changed.connect(self._soon.start)
        self.fill()

    def fill(self) -> None:
        bar = self._window.menuBar()
        bar.clear()
        for old in self._menus.values():
            old.deleteLater()
        self._menus = {}
        for action in self._window.actions():
            self._window.removeAction(action)
        for id, title in menu_titles().items():
            members = [command.id for command in self._commands if command.menu == id]
            if members:
                self._menus[id] = self._menu(title, members)
                bar.addMenu(self._menus[id])
        self._window.addActions(self._commands.actions())
        self._commands.share_keys()

    def _menu(self, title: str, members: list[str]) -> QMenu:
        menu = QMenu(title, self._window)
        menu.aboutToShow.connect(self._commands.refresh)
        menu.aboutToHide.connect(self._all_on)
        menu.addActions([self._commands.action(id) for id in members])
        return menu

    def _all_on(self) -> None:
        # A shortcut asks `enabled` itself when it is pressed; an action left grey would swallow it.
        self._enabling.start()

    def _enable(self) -> None:
        for action in self._commands.actions():
            action.setEnabled(True)
        self._commands.share_keys()
