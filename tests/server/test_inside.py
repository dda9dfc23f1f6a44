"""Each request of a computer must come from one of the networks, not the beacon alone."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import anyio
import pytest
import sqlalchemy as sa
from litestar import Litestar
from litestar.routes import HTTPRoute

from server import identity, settings
from server.api import app
from server.api.desk import Desk


@pytest.mark.parametrize(
    ("address", "inside"),
    [("192.0.2.1", False), pytest.param("10.1.1.1", True, marks=pytest.mark.logs_warning)],
)
def test_no_request_is_read_from_outside_the_networks(tmp_path: Path, address: str, inside: bool) -> None:  # noqa: FBT001
    identity.make(tmp_path, hosts=["localhost"], now=datetime.now(UTC))
    desk = Desk(
        sa.create_engine("postgresql+psycopg://127.0.0.1:1/nobody"), identity.load(tmp_path), "here",
        settings.Settings(lan="10.0.0.0/8"),
    )  # fmt: skip
    served = app.make(desk)
    asked = [
        (method, re.sub(r"{[^}]*}", str(UUID(int=1)), re.sub(r"{[^}]*:int}", "0", route.path)))
        for route in served.routes
        if route.path.startswith("/v1/") and isinstance(route, HTTPRoute)
        for method in route.methods - {"OPTIONS"}
    ]
    assert ("POST", "/v1/ops") in asked
    told = {one: anyio.run(_asked, served, address, *one) for one in asked}
    assert {one for one, answer in told.items() if b"wrong-zone" in answer} == (
        set() if inside else set(asked)
    )


async def _asked(served: Litestar, address: str, method: str, path: str) -> bytes:
    """The reply's body; what the request would bring is asked for only where the address is known."""
    said = bytearray()

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        said.extend(message.get("body", b""))

    scope: Any = {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"", "headers": [],
        "client": (address, 1), "server": ("localhost", 8443), "scheme": "https", "http_version": "1.1", "root_path": "",
    }  # fmt: skip
    await served(scope, receive, send)
    return bytes(said)
