"""A word in a coloured pill, and a key in a small frame.

    Chip("Jobsøgning", "accent")         KeyHint("Ctrl+K")

Tones: plain, accent, info, ok, warn, stop. The word carries the meaning, the colour only repeats it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.boxes import restyle

TONES = ("plain", "accent", "info", "ok", "warn", "stop")


class Chip(QLabel):
    def __init__(self, text: str, tone: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("chip", tone)

    def show_chip(self, text: str, tone: str) -> None:
        self.setText(text)
        restyle(self, "chip", tone)


class KeyHint(QLabel):
    """`keys` as `commands.native` gives it."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("keyhint", "true")
