"""One program per user: a second start raises the first window.

A lock file says who is first, which is quick; the socket on which later starts knock is made after the first paint.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_PATIENCE_MS = 500
_TRIES, _PAUSE = 15, 0.2  # seconds: a first one that is still starting does not listen yet
_RAISE = b"raise\n"


class Single(QObject):
    """Listens for later starts with the same profile; `asked` when one came. Nothing but the wish is sent."""

    asked = Signal()

    def __init__(self, name: str, lock: QLockFile) -> None:
        super().__init__()
        self._name, self._lock = name, lock
        self._server: QLocalServer | None = None

    def listen(self) -> None:
        """From now on; not before the window is there, for Qt's network library is slow to load."""
        from PySide6.QtNetwork import QLocalServer

        made = self._server = QLocalServer(self)
        made.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not made.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a program that was killed
            made.listen(self._name)
        made.newConnection.connect(self._heard)

    def _heard(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.asked.emit()


def claim(profile: Path) -> Single | None:
    """The right to be the program of this profile, or None when it runs already and has been raised."""
    file, name = profile / "running", _name(profile)
    if _written_by_us(file):
        file.unlink(missing_ok=True)  # this process began anew (`ui.relaunch`)
    lock = QLockFile(str(file))
    lock.setStaleLockTime(0)  # however long it runs
    for _ in range(_TRIES):
        if lock.tryLock(0):
            return Single(name, lock)
        if _raised(name):
            return None
        time.sleep(_PAUSE)
    # A lock nobody answers for was left by a crash, and its process number is another program's now.
    return Single(name, lock)


def _raised(name: str) -> bool:
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(_RAISE)
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


def _written_by_us(file: Path) -> bool:
    """Qt writes the process number in the first line."""
    try:
        return file.read_text("utf-8", "replace").partition("\n")[0] == str(os.getpid())
    except OSError:
        return False


def _name(profile: Path) -> str:
    """The place itself is nobody's business, so only its hash is seen by other programs."""
    place = QByteArray(str(profile.expanduser().absolute()).encode())
    digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
    return "feltjournal-" + bytes(digest.toHex().data()).decode()[:20]
