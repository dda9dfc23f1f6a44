"""What paints itself and is looked at: a plot, a curve. To a screen reader an image with a name.

A plain QWidget that can have the focus is a filler to assistive technology, and PySide6 lets nobody say otherwise;
a label that holds a picture is an image.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class Picture(QLabel):
    """Paint it in `paintEvent`, and give it an accessible name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        nothing = QPixmap(1, 1)
        nothing.fill(Qt.GlobalColor.transparent)
        self.setPixmap(nothing)
