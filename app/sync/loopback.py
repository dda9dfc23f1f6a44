"""The way back from the browser at sign-in: one request to this computer's own address, then closed (RFC 8252)."""

from __future__ import annotations

import http.server
import secrets
import threading
import time
from types import TracebackType
from urllib.parse import parse_qs, urlsplit

from app.errors import SignInFailed

_PATH = "/signin"
_LONGEST = 2048


class Loopback:
    """Listens on a free port of 127.0.0.1 until the answer with the right state has come, or time is up.

    `done`: what the browser shows then, in Danish; whoever opens the browser knows the words.
    """

    def __init__(self, done: str) -> None:
        self.state = secrets.token_urlsafe(32)
        self._code: str | None = None
        self._failed = False
        self._server = _server(self, done)

    @property
    def redirect(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}{_PATH}"

    def __enter__(self) -> Loopback:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._server.server_close()

    def wait(self, seconds: float, given_up: threading.Event) -> str:
        """The code. Raises SignInFailed when the person said no, gave up, or nothing came."""
        last = time.monotonic() + seconds
        self._server.timeout = 0.2
        while self._code is None:
            if self._failed or given_up.is_set() or time.monotonic() > last:
                raise SignInFailed
            self._server.handle_request()
        return self._code

    def came(self, target: str) -> bool:
        """Take a request in; false for one that is not the answer to ours."""
        parts = urlsplit(target)
        told = {name: values[0] for name, values in parse_qs(parts.query).items()}
        state = told.get("state", "")
        if parts.path != _PATH or not secrets.compare_digest(state.encode(), self.state.encode()):
            return False
        self._code, self._failed = told.get("code"), "code" not in told
        return True


def _server(owner: Loopback, done: str) -> http.server.HTTPServer:
    class Handler(http.server.BaseHTTPRequestHandler):
        timeout = 5

        def do_GET(self) -> None:
            ours = len(self.path) <= _LONGEST and owner.came(self.path)
            body = (
                f'<!doctype html><html lang="da"><meta charset="utf-8"><p>{done}</p>'.encode()
                if ours
                else b""
            )
            self.send_response(200 if ours else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", "default-src 'none'")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            """The request holds the code: it is written nowhere."""

    return http.server.HTTPServer(("127.0.0.1", 0), Handler)
