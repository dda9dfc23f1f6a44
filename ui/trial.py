"""Prøv med opdigtede data: a journal in a folder of its own, that is gone when it is locked or the program ends."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from ui.work import Work

translate = QCoreApplication.translate


class Trial:
    """`running`: what is open now is invented."""

    def __init__(self, work: Work, now: Callable[[], datetime]) -> None:
        self._work, self._now = work, now
        self._folder: Path | None = None
        work.locked.connect(self._end)

    @property
    def running(self) -> bool:
        return self._folder is not None

    def begin(self, progress: Callable[[int, int], object]) -> Any:
        """The vault; on the vault's worker."""
        from app.services import trial

        folder = Path(tempfile.mkdtemp(prefix="feltjournal-"))
        atexit.register(_remove, folder)
        try:
            made = trial.begin(
                folder, jobcenter=translate("Trial", "Jobcenter Strandby"), name="Mette Lund", now=self._now(),
                progress=progress,
            )  # fmt: skip
        except BaseException:
            _remove(folder)
            raise
        self._folder = folder
        return made

    def _end(self) -> None:
        folder, self._folder = self._folder, None
        if folder is not None:
            self._work.aside(self._work, partial(_gone, self._work, folder), _done)


def notice() -> str:
    """Said at the foot as long as it is open."""
    return translate("Trial", "Opdigtede data: alt er væk, når du låser eller lukker")


def _gone(work: Work, folder: Path) -> None:
    work.settle()
    _remove(folder)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _done(_: object) -> None:
    """Nobody waits for it."""
