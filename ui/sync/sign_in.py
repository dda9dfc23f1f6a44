"""Sign-in in the system's browser, to make this computer one of the jobcenter's."""

from __future__ import annotations

import platform
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.services import enrol
from app.services.enrol import SigningIn
from app.settings import Settings
from ui.work import Work


class BrowserSignIn(QObject):
    """`begin()`, then `enrolled(Enrolled)` or `failed(error)`; `give_up()` ends the waiting."""

    enrolled = Signal(object)
    failed = Signal(object)

    def __init__(
        self, work: Work, settings: Callable[[], Settings], now: Callable[[], datetime], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._settings, self._clock = work, settings, now
        self._given_up = threading.Event()

    def begin(self) -> None:
        self._given_up = threading.Event()
        settings, now = self._settings(), self._clock()
        done = self.tr("Du er logget ind. Gå tilbage til Feltjournal.")

        def job(vault: Any) -> SigningIn:
            return enrol.begin_sign_in(vault, settings, done=done, now=now)

        self._work.run_link(self, job, self._out, self.failed.emit)

    def give_up(self) -> None:
        self._given_up.set()

    def _out(self, begun: SigningIn) -> None:
        QDesktopServices.openUrl(QUrl(begun.url))
        settings, now, given_up = self._settings(), self._clock(), self._given_up

        def job(vault: Any) -> enrol.Enrolled:
            return enrol.finish_sign_in(
                vault, settings, begun, machine=platform.node(), given_up=given_up, now=now
            )

        self._work.run_link(self, job, self.enrolled.emit, self.failed.emit)
