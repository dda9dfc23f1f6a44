"""The routes, each named in `app.protocol.messages`."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
from litestar import Litestar, Request, Response, get, post
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.handlers import HTTPRouteHandler
from litestar.middleware import DefineMiddleware

from app.protocol.messages import (
    MAX_UNPACKED,
    PAGE_ROWS,
    Beacon,
    Enrol,
    Envelope,
    Hello,
    MayRead,
    Own,
    Page,
    Push,
    Pushed,
    ReadCase,
    Scope,
    SignIn,
    Welcome,
)
from app.protocol.operation import moment
from server import auth, enrol, failpoints, feed, hello, oidc, own, pages, scope, team
from server.api import files, openapi
from server.api.desk import Asked, Desk, fail, refuse
from server.api.packing import decoded, unpacked
from server.api.watch import Watch
from server.auth import Caller
from server.metrics import CONTENT
from server.problems import Refused
from server.readers import Known
from server.web import pages as web
from server.web.room import Web

AnyRequest = Request[Any, Any, Any]


def make(desk: Desk) -> Litestar:
    said = desk.settings
    state: dict[str, Any] = {"desk": desk}
    rooms: list[HTTPRouteHandler] = []
    if said.oidc_issuer and said.web_url:
        client = oidc.Client(said.oidc_client, said.oidc_secret)
        state["web"] = Web(desk, desk.provider, client, said.web_url)
        rooms = web.handlers()
    return Litestar(
        [_beacon, _signin, _enrol, _hello, _ops, _own, _changes, _scope, _candidate, _reading, _health, _ready, _metrics, _openapi, *files.ROUTES, *rooms],
        exception_handlers={Refused: refuse, HTTPException: fail, Exception: fail},
        middleware=[DefineMiddleware(Watch, metrics=desk.metrics)],
        openapi_config=None, logging_config=None, request_max_body_size=MAX_UNPACKED,
        state=State(state, deep_copy=False),
    )  # fmt: skip


def _desk(request: AnyRequest) -> Desk:
    desk: Desk = request.app.state["desk"]
    return desk


@get("/v1/beacon")
async def _beacon(request: AnyRequest) -> Response[bytes]:
    desk = _desk(request)

    def work(asked: Asked, now: datetime) -> tuple[Beacon, str]:
        desk.at_a_pace(asked.address)
        nonce = asked.query.get("n", "")
        if len(nonce) != 64 or set(nonce) - set("0123456789abcdef"):
            raise Refused("bad-request")
        zone = desk.settings.zone(asked.address) or ""  # the desk lets nobody in without one
        return Beacon(n=nonce, server=desk.server, zone=zone, time=moment(now)), nonce

    return await desk.stamped_here(request, work)


@get("/v1/signin")
async def _signin(request: AnyRequest) -> Response[bytes]:
    """Where a person signs in to enrol a computer; unproven and signed as the beacon is."""
    desk = _desk(request)

    def work(asked: Asked, _: datetime) -> tuple[SignIn, str]:
        desk.at_a_pace(asked.address)
        nonce = asked.query.get("n", "")
        if len(nonce) != 64 or set(nonce) - set("0123456789abcdef"):
            raise Refused("bad-request")
        if not desk.settings.oidc_device_client:
            raise Refused("not-found")
        where = desk.provider.authorize()
        return SignIn(
            n=nonce, authorize=where, client=desk.settings.oidc_device_client, scope=oidc.SCOPE
        ), nonce

    return await desk.stamped(request, work)


@post("/v1/enrol", status_code=200)
async def _enrol(request: AnyRequest) -> Response[bytes]:
    desk = _desk(request)

    def work(asked: Asked, now: datetime) -> tuple[msgspec.Struct, str]:
        desk.at_a_pace(asked.address)
        said = decoded(Enrol, unpacked(asked.what.body, asked.data_encoding))
        with desk.few_failures("enrol", asked.address, now):
            proof = enrol.proven(asked.proof, asked.what, said, now=now)
            claims = desk.redeemed(said, now) if said.signin else None
            with desk.engine.begin() as tx:
                enrolled = enrol.enrol(tx, proof, said, claims=claims, policy=desk.enrolment, now=now)
        failpoints.here("enrol.after_commit")
        return enrolled, auth.read(asked.proof).jti

    return await desk.stamped(request, work)


@post("/v1/sync/hello", status_code=200)
async def _hello(request: AnyRequest) -> Response[bytes]:
    desk = _desk(request)

    house, along = desk.house, list[tuple[list[Envelope], Known]]()

    def work(tx: sa.Connection, caller: Caller, data: bytes, now: datetime) -> Welcome:
        said = decoded(Hello, data)
        if hello.has_room(said.ops, house):
            along.append((said.ops, feed.known(tx, caller.feed, caller.person)))
        return hello.welcome(tx, caller, said, house=house, now=now)

    def then(caller: Caller, welcome: Welcome, now: datetime) -> Welcome:
        if not along:
            return welcome
        try:
            return msgspec.structs.replace(welcome, pushed=_taken_in(desk, caller, *along[0], now))
        except Refused as refused:
            return msgspec.structs.replace(welcome, refused=refused.problem)

    return await desk.answer_in_two(request, work, then)


@post("/v1/ops", status_code=200)
async def _ops(request: AnyRequest) -> Response[bytes]:
    desk = _desk(request)

    def work(caller: Caller, data: bytes, now: datetime) -> Pushed:
        said = decoded(Push, data)
        with desk.engine.begin() as tx:
            known = feed.known(tx, caller.feed, caller.person)
        return _taken_in(desk, caller, said.ops, known, now)

    return await desk.answer(request, work)


def _taken_in(desk: Desk, caller: Caller, ops: list[Envelope], known: Known, now: datetime) -> Pushed:
    items = feed.prepare(
        ops, device=caller.device, key=caller.key, seen=caller.seq, known=known,
        believe=desk.believes(caller.device), reader=desk.reader, doubt=lambda: desk.doubted.add(caller.device),
    )  # fmt: skip
    failpoints.here("push.before_lock")
    with desk.engine.begin() as tx:
        pushed = feed.push(tx, caller.device, items, now=now)
        failpoints.here("push.before_commit")
    failpoints.here("push.after_commit")
    for result in pushed.results:
        desk.metrics.took_in(result.r)
    return pushed


@get("/v1/own")
async def _own(request: AnyRequest) -> Response[bytes]:
    desk, query = _desk(request), request.query_params

    def work(caller: Caller, _: bytes, now: datetime) -> Own:
        with desk.engine.begin() as tx:
            return own.after(tx, caller, _number(query, "after", 0), now=now)

    return await desk.answer(request, work)


@get("/v1/changes")
async def _changes(request: AnyRequest) -> Response[bytes]:
    desk, query = _desk(request), request.query_params

    def work(tx: sa.Connection, caller: Caller, _: bytes, now: datetime) -> Page:
        hello.refuse_fetching(caller, desk.settings.min_app)
        cursor = pages.Cursor(query.get("epoch", ""), _number(query, "after", 0), query.get("chain", ""))
        limit = _number(query, "limit", PAGE_ROWS)
        return pages.changes(tx, caller, cursor, limit=limit, now=now)

    response = await desk.answer_at_once(request, work)
    failpoints.here("changes.after_commit")
    return response


@get("/v1/scope")
async def _scope(request: AnyRequest) -> Response[bytes]:
    desk = _desk(request)

    def work(tx: sa.Connection, caller: Caller, _: bytes, __: datetime) -> Scope:
        hello.refuse_wiped(caller)
        return scope.read(tx, caller)

    return await desk.answer_at_once(request, work)


@get("/v1/candidates/{candidate:str}/changes")
async def _candidate(request: AnyRequest) -> Response[bytes]:
    desk, query, candidate = _desk(request), request.query_params, request.path_params["candidate"]

    def work(caller: Caller, _: bytes, now: datetime) -> Page:
        hello.refuse_fetching(caller, desk.settings.min_app)
        read = partial(
            pages.of_candidate, caller=caller, cand=_uuid(candidate), after=_number(query, "after", 0),
            upto=_number(query, "upto", -1) if "upto" in query else None, limit=_number(query, "limit", PAGE_ROWS), now=now,
        )  # fmt: skip
        with desk.engine.begin() as tx:
            return read(tx)

    return await desk.answer(request, work)


@post("/v1/candidates/{candidate:str}/reading", status_code=200)
async def _reading(request: AnyRequest) -> Response[bytes]:
    desk, candidate = _desk(request), request.path_params["candidate"]

    def work(caller: Caller, data: bytes, now: datetime) -> MayRead:
        hello.refuse_wiped(caller)
        said = decoded(ReadCase, data)
        with desk.engine.begin() as tx:
            return team.let_read(tx, caller, _uuid(candidate), said.reason, now=now)

    return await desk.answer(request, work)


@get("/healthz", sync_to_thread=False)
def _health() -> Response[bytes]:
    return Response(b'{"status":"alive"}', media_type="application/json")


@get("/readyz", sync_to_thread=True)
def _ready(request: AnyRequest) -> Response[bytes]:
    try:
        with _desk(request).engine.connect() as connection:
            connection.execute(sa.text("SELECT head FROM feed LIMIT 1"))
    except (sa.exc.DBAPIError, sa.exc.TimeoutError):
        raise Refused("busy") from None
    return Response(b'{"status":"ready"}', media_type="application/json")


@get("/openapi.json", sync_to_thread=False)
def _openapi() -> Response[bytes]:
    return Response(openapi.document(), media_type="application/json")


@get("/metrics", sync_to_thread=True)
def _metrics(request: AnyRequest) -> Response[bytes]:
    desk = _desk(request)
    if not desk.settings.may_measure(request.client.host if request.client else ""):
        raise Refused("not-found")
    with desk.engine.begin() as tx:
        return Response(desk.metrics.text(tx), media_type=CONTENT)


def _number(query: Any, name: str, default: int) -> int:
    try:
        value = int(query.get(name, default))
    except ValueError:
        raise Refused("bad-cursor") from None
    if not -1 <= value < 2**53:
        raise Refused("bad-cursor")
    return value


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Refused("not-found") from None
