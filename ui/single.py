"""One program per user: a second start raises the first window."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 500
_RAISE = b"raise\n"


class Single(QObject):
    """Listens for later starts with the same profile; `asked` when one came. Nothing but the wish is sent."""

    asked = Signal()

    def __init__(self, server: QLocalServer) -> None:
        super().__init__()
        self._server = server
        server.setParent(self)
        server.newConnection.connect(self._heard)

    def _heard(self) -> None:
        while (caller := self._server.nextPendingConnection()) is not None:
            caller.disconnected.connect(caller.deleteLater)
            caller.disconnectFromServer()
            self.asked.emit()


def claim(profile: Path) -> Single | None:
    """The right to be the program of this profile, or None when it runs already and has been raised."""
    name = _name(profile)
    socket = QLocalSocket()
    socket.connectToServer(name)
    if socket.waitForConnected(_PATIENCE_MS):
        socket.write(_RAISE)
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return None
    server = QLocalServer()
    server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
    if not server.listen(name):
        QLocalServer.removeServer(name)  # left behind by a program that was killed
        server.listen(name)
    return Single(server)


def _name(profile: Path) -> str:
    """The place itself is nobody's business, so only its hash is seen by other programs."""
    return "feltjournal-" + hashlib.sha256(str(profile.expanduser().absolute()).encode()).hexdigest()[:20]
