"""What Qt tells a screen reader, where its own telling would end the program.

accessible.install()     # once, before the first window
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QScrollArea


def install() -> None:
    """Qt 6.11's own account of a scroll area reads past the end of a list when a screen reader asks for a child that has
    just gone, as a scroll bar does when a page becomes shorter (`QAccessibleAbstractScrollArea::child` looks at no bounds)."""
    QAccessible.installFactory(_made)


def _made(kind: str, of: QObject) -> QAccessibleInterface | None:
    if kind == "QScrollArea" and isinstance(of, QScrollArea):
        return QAccessibleWidget(of, QAccessible.Role.Client)
    return None
