"""A language that says everything at two fifths more length, and a look for what that cuts."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QPoint, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from ui.widgets.labels import ElidedLabel

MORE = 0.4
_NOT_WORDS = re.compile(r"[&%]\w?|[^\w ]")


class Longer(QTranslator):
    """Asks nobody: the source is Danish, and the plural forms are near enough in length."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        return longer(sourceText.replace("%n", str(n)) if n >= 0 else sourceText)

    def isEmpty(self) -> bool:  # noqa: N802
        return False


def longer(text: str) -> str:
    """Two fifths more, of the same words; what is no word (places, keys, signs) stays as it is."""
    words = _NOT_WORDS.sub("", text).strip()
    return text if not words else f"{text} {words[: math.ceil(MORE * len(words))].strip()}"


def cut(root: QWidget) -> list[str]:
    """Words that are shown on `root` and do not fit where they stand. What ends in an ellipsis tells its whole text."""
    for _ in range(4):
        QApplication.processEvents()  # what was said last finds its place first
    return [
        f"{type(widget).__name__}: {widget.text()}"
        for widget in worded(root)
        if widget.isVisibleTo(root) and widget.text() and _is_cut(widget, root)
    ]


def worded(root: QWidget) -> list[QLabel | QAbstractButton]:
    """Everything with a text of its own."""
    return [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]


def _is_cut(widget: QLabel | QAbstractButton, root: QWidget) -> bool:
    if isinstance(widget, ElidedLabel):
        return False
    if _right(widget, root) > root.width():
        return True
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.minimumSizeHint().width()


def _right(widget: QWidget, root: QWidget) -> int:
    return widget.mapTo(root, QPoint(widget.width(), 0)).x()
