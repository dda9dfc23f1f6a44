"""Sign-in in the system's browser, to make this computer one of the jobcenter's."""

from __future__ import annotations

import platform
import threading
from typing import Any

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.services import enrol
from app.services.enrol import SigningIn
from ui.desk import Desk


class BrowserSignIn(QObject):
    """`begin()`, then `enrolled(Enrolled)` or `failed(error)`; `give_up()` ends the waiting."""

    enrolled = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._given_up = threading.Event()

    def begin(self) -> None:
        self._given_up = threading.Event()
        settings, now = self._desk.settings, self._desk.now()
        done = self.tr("Du er logget ind. Gå tilbage til Feltjournal.")

        def job(vault: Any) -> SigningIn:
            return enrol.begin_sign_in(vault, settings, done=done, now=now)

        self._desk.work.run_link(self, job, self._out, self.failed.emit)

    def give_up(self) -> None:
        self._given_up.set()

    def _out(self, begun: SigningIn) -> None:
        QDesktopServices.openUrl(QUrl(begun.url))
        settings, now, given_up = self._desk.settings, self._desk.now(), self._given_up

        def job(vault: Any) -> enrol.Enrolled:
            return enrol.finish_sign_in(
                vault, settings, begun, machine=platform.node(), given_up=given_up, now=now
            )

        self._desk.work.run_link(self, job, self.enrolled.emit, self.failed.emit)
