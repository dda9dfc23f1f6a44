"""What was copied from the journal is not left for whoever sits down at a locked computer."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication

SECRET = "x-kde-passwordManagerHint"  # noqa: S105 - the name of a form of the clipboard
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def forget() -> None:
    """Take back what this program put on the clipboard. Programs that keep a history of their own are out of reach."""
    board = QGuiApplication.clipboard()
    for mode in _MODES:
        if _is_ours(board, mode):
            board.clear(mode)


def _is_ours(board: QClipboard, mode: QClipboard.Mode) -> bool:
    held = cast(
        "QMimeData | None", board.mimeData(mode)
    )  # None where the window system has no such clipboard
    if held is not None and held.hasFormat(SECRET):
        return True
    return board.ownsClipboard() if mode is QClipboard.Mode.Clipboard else board.ownsSelection()
