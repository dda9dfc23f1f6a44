"""The main window: navigation, state, lock; wires pages to each other."""

from ui.window.main_window import MainWindow

__all__ = ["MainWindow"]
