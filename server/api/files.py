"""The routes of a case's files, each named in `app.protocol.messages`."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from litestar import Request, Response, get, post

from app.protocol.messages import FilePart, FileState
from server import failpoints, files, hello
from server.api.desk import Desk
from server.api.packing import decoded
from server.auth import Caller
from server.problems import Refused

AnyRequest = Request[Any, Any, Any]


@get("/v1/candidates/{candidate:str}/files/{digest:str}")
async def state(request: AnyRequest) -> Response[bytes]:
    desk, cand, digest = _asked(request)

    def work(caller: Caller, _: bytes, __: datetime) -> FileState:
        with desk.engine.begin() as tx:
            return files.state(tx, caller, files.Place.of(caller, cand, digest))

    return await desk.answer(request, work)


@post("/v1/candidates/{candidate:str}/files/{digest:str}", status_code=200)
async def take(request: AnyRequest) -> Response[bytes]:
    desk, cand, digest = _asked(request)

    def work(caller: Caller, data: bytes, now: datetime) -> FileState:
        part, place = decoded(FilePart, data), files.Place.of(caller, cand, digest)
        told = files.take(desk.engine, desk.safe, caller, place, part, now=now)
        failpoints.here("file.after_commit")
        return told

    return await desk.answer(request, work)


@get("/v1/candidates/{candidate:str}/files/{digest:str}/parts/{n:int}")
async def part(request: AnyRequest) -> Response[bytes]:
    desk, cand, digest = _asked(request)
    n = int(request.path_params["n"])

    def work(caller: Caller, _: bytes, now: datetime) -> FilePart:
        hello.refuse_fetching(caller, desk.settings.min_app)
        with desk.engine.begin() as tx:
            return files.part(tx, desk.safe, caller, files.Place.of(caller, cand, digest), n, now=now)

    return await desk.answer(request, work)


ROUTES = (state, take, part)


def _asked(request: AnyRequest) -> tuple[Desk, UUID, str]:
    desk: Desk = request.app.state["desk"]
    try:
        return desk, UUID(request.path_params["candidate"]), request.path_params["digest"]
    except ValueError:
        raise Refused("not-found") from None
