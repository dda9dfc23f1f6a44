"""Before there is any window: the profile's own folder is on a drive or a network that is not there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.errors import VaultAway
from ui.text import explain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


def reached(profile: Path, again: Callable[[QMessageBox], bool] | None = None) -> bool:
    """Whether the folder is there, or could be made; asked as often as the person wants it tried."""
    while True:
        try:
            profile.mkdir(mode=0o700, parents=True, exist_ok=True)
            return True
        except OSError:
            if not (again or _asked)(_box()):
                return False


def _box() -> QMessageBox:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Feltjournal", explain(VaultAway()))
    box.addButton(QCoreApplication.translate("Unreachable", "Prøv igen"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("Unreachable", "Luk"), QMessageBox.ButtonRole.RejectRole)
    return box


def _asked(box: QMessageBox) -> bool:
    box.exec()
    return box.buttonRole(box.clickedButton()) is box.ButtonRole.AcceptRole
