"""What is shown when a bug surfaces: where it happened and its kind, nothing of what it was about."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

_log = logging.getLogger(__name__)
_DEEPEST = 12
_open: list[QMessageBox] = []


def install() -> None:
    """Whatever is raised and not caught ends here, from slots and threads too."""
    sys.excepthook = _surfaced
    threading.excepthook = lambda args: _surfaced(args.exc_type, args.exc_value, args.exc_traceback)


def scrubbed(kind: type[BaseException], trace: TracebackType | None) -> str:
    """File, line and function of each step and the kind of error. Messages, values and source lines may be personal."""
    steps = traceback.extract_tb(trace, limit=-_DEEPEST)
    lines = [f"{Path(step.filename).name}:{step.lineno} {step.name}" for step in steps]
    return "\n".join([*lines, kind.__name__])


def _surfaced(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    del error
    if issubclass(kind, KeyboardInterrupt):
        QCoreApplication.quit()
        return
    report = scrubbed(kind, trace)
    _log.error("bug: %s", report.replace("\n", " < "))
    app = QApplication.instance()
    if app is not None and app.thread().isCurrentThread() and not _open:
        _show(report)


def _show(report: str) -> None:
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMessageBox

    translate = QCoreApplication.translate
    box = QMessageBox(QApplication.activeWindow())
    _open.append(box)
    box.setWindowTitle("Feltjournal")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(translate("Crash", "Noget i programmet virkede ikke, som det skulle."))
    box.setInformativeText(
        translate(
            "Crash",
            "Det, du har ført i journalen, er gemt. Du kan arbejde videre. Bliver det ved, så send oplysningerne herunder "
            "til it-support; der står intet om personer i dem.",
        )
    )
    box.setDetailedText(report)
    copy = box.addButton(translate("Crash", "Kopiér oplysningerne"), QMessageBox.ButtonRole.ActionRole)
    go_on = box.addButton(translate("Crash", "Arbejd videre"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.finished.connect(_closed)
    box.open()


def _closed() -> None:
    while _open:
        _open.pop().deleteLater()
