"""Counts every request and its time, and writes one line of it: the route's pattern, never what stood in it."""

from __future__ import annotations

import logging
import time

from litestar.types import ASGIApp, Message, Receive, Scope, Send

from server.metrics import Metrics

log = logging.getLogger("feltjournal.requests")
_QUIET = ("/healthz", "/readyz", "/metrics")


class Watch:
    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began, status = time.monotonic(), 500

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        finally:
            route, seconds = str(scope.get("path_template", "")), time.monotonic() - began
            self._metrics.answered(route, status, seconds)
            if route not in _QUIET:
                log.info("%s %s %s %.0f ms", scope.get("method", ""), route, status, seconds * 1000)
