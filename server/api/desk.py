"""What every handler shares: read the request, prove the caller, do the work off the event loop, sign the reply."""

from __future__ import annotations

import base64
import contextlib
import functools
import hashlib
import logging
import random
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

import anyio
import anyio.to_thread
import msgspec
import sqlalchemy as sa
from litestar import Request, Response

from app.protocol.messages import PROOF, SERVER, SIGNATURE, Enrol
from server import auth, enrol, hello, limits, oidc, readers, release
from server.api.packing import packed, unpacked
from server.identity import Identity
from server.metrics import Metrics
from server.oidc import ProviderSilent
from server.pace import Pace
from server.problems import Refused
from server.safe import Safe
from server.settings import Settings

log = logging.getLogger("feltjournal.server")
_SWEEP = 500
_GUESSES = frozenset({"code-unknown", "code-expired", "not-enrollable"})

T = TypeVar("T")
Work = Callable[[auth.Caller, bytes, datetime], msgspec.Struct]
After = Callable[[auth.Caller, Any, datetime], msgspec.Struct]
WorkWithin = Callable[[sa.Connection, auth.Caller, bytes, datetime], msgspec.Struct]
Stamped = Callable[["Asked", datetime], tuple[msgspec.Struct, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request with its body read. `address`: the client as our proxy, or its socket, tells it."""

    proof: str | None
    what: auth.Asked
    data_encoding: str
    accepts: str
    query: dict[str, str]
    address: str


@dataclass
class Desk:
    engine: sa.Engine
    identity: Identity
    server: str
    settings: Settings
    threads: anyio.CapacityLimiter | None = None
    served: int = field(default=0)
    metrics: Metrics = field(default_factory=Metrics)
    doubted: set[UUID] = field(default_factory=set)

    @property
    def house(self) -> hello.House:
        lease = timedelta(days=self.settings.lease_days)
        batch = (hello.BATCH_OPS, hello.BATCH_BYTES)
        if self.settings.believe_guard:
            batch = (hello.UNREAD_OPS, hello.UNREAD_BYTES)
        told = release.carried(self.settings.release_file)
        return hello.House(self.settings.min_app, lease, self.identity.sign, batch, told)

    @functools.cached_property
    def reader(self) -> readers.Reader:
        return readers.Beside() if self.settings.believe_guard else readers.HERE

    def believes(self, device: UUID) -> bool:
        """A computer that has vouched for what the guard refuses is not believed again while this worker runs."""
        return self.settings.believe_guard and device not in self.doubted

    @functools.cached_property
    def safe(self) -> Safe:
        return Safe.of(self.identity.key)

    @functools.cached_property
    def devices(self) -> Pace:
        return Pace(self.settings.device_per_minute, self.settings.device_per_minute)

    @functools.cached_property
    def addresses(self) -> Pace:
        return Pace(self.settings.address_per_minute, self.settings.address_per_minute)

    @functools.cached_property
    def provider(self) -> oidc.Provider:
        return oidc.Provider(self.settings.oidc_issuer)

    @property
    def enrolment(self) -> enrol.Policy:
        return enrol.Policy(self.settings.oidc_claim, approve=self.settings.approve_devices)

    def redeemed(self, said: Enrol, now: datetime) -> dict[str, Any]:
        """Who signed in to enrol the device with this very key."""
        client = oidc.Client(self.settings.oidc_device_client)
        if said.signin is None or not client.id:
            raise Refused("not-enrollable")
        came = said.signin
        token = self.provider.redeem(client, code=came.code, verifier=came.verifier, redirect=came.redirect)
        return self.provider.claims(
            token, client=client, nonce=enrol.nonce(said.key), now=now, anew=enrol.ANEW
        )

    @contextlib.contextmanager
    def few_failures(self, what: str, address: str, now: datetime) -> Iterator[None]:
        """Codes are not guessed: a few failures an address, and not many for the whole jobcenter."""
        most = self.settings.enrol_tries
        whose = ((address, most), ("*", 20 * most))
        with self.engine.begin() as tx:
            for who, limit in whose:
                limits.check(tx, what, who, most=limit, now=now)
        try:
            yield
        except Refused as refused:
            if refused.code in _GUESSES:
                with self.engine.begin() as tx:
                    for who, _ in whose:
                        limits.failed(tx, what, who, now=now)
            raise

    async def answer(self, request: Request[Any, Any, Any], work: Work) -> Response[bytes]:
        """For an enrolled device that proves itself."""
        return await self.stamped(request, lambda asked, now: self._proven(asked, work, now))

    async def stamped(self, request: Request[Any, Any, Any], work: Stamped) -> Response[bytes]:
        """`work` returns the reply and what its signature binds it to."""
        asked = await self._inside(request)
        return await self.off_the_loop(self._reply, asked, work)

    async def stamped_here(self, request: Request[Any, Any, Any], work: Stamped) -> Response[bytes]:
        """As `stamped`, for what asks no database: a tenth of a millisecond, less than handing it to a thread."""
        return self._reply(await self._inside(request), work)

    async def _inside(self, request: Request[Any, Any, Any]) -> Asked:
        """A beacon opens no way in from elsewhere: each request must come from one of the networks. Asked before its body
        is read, so that a stranger cannot make us hold one."""
        if self.settings.zone(_address(request)) is None:
            raise Refused("wrong-zone")
        return await _read(request)

    async def off_the_loop(self, work: Callable[..., T], *arguments: Any) -> T:
        """In a thread, as many at a time as there are database connections."""
        if self.threads is None:
            self.threads = anyio.CapacityLimiter(self.settings.pool)
        return await anyio.to_thread.run_sync(work, *arguments, limiter=self.threads)

    async def answer_in_two(
        self, request: Request[Any, Any, Any], first: WorkWithin, then: After
    ) -> Response[bytes]:
        """As `answer_at_once`, and what follows once that is committed. Only where `first` says so does the first outlive
        a fall of the database."""

        def work(asked: Asked, now: datetime) -> tuple[msgspec.Struct, str]:
            caller, reply, jti = self._within(asked, first, now, lasting=False)
            return then(caller, reply, now), jti

        return await self.stamped(request, work)

    async def answer_at_once(self, request: Request[Any, Any, Any], work: WorkWithin) -> Response[bytes]:
        """As `answer`, for work of one transaction: the proof is spent in the same one."""
        return await self.stamped(request, lambda asked, now: self._proven_within(asked, work, now))

    def _proven(self, asked: Asked, work: Work, now: datetime) -> tuple[msgspec.Struct, str]:
        with self.engine.begin() as tx:
            caller, proof = auth.believed(tx, asked.proof, asked.what, now=now, lasting=False)
            self._spend(tx, caller, proof, now)
        return work(caller, unpacked(asked.what.body, asked.data_encoding), now), proof.jti

    def _proven_within(self, asked: Asked, work: WorkWithin, now: datetime) -> tuple[msgspec.Struct, str]:
        _, reply, jti = self._within(asked, work, now)
        return reply, jti

    def _within(
        self, asked: Asked, work: WorkWithin, now: datetime, *, lasting: bool = True
    ) -> tuple[auth.Caller, msgspec.Struct, str]:
        proof: auth.Proof | None = None
        try:
            with self.engine.begin() as tx:
                caller, proof = auth.believed(tx, asked.proof, asked.what, now=now, lasting=lasting)
                self._spend(tx, caller, proof, now)
                reply = work(tx, caller, unpacked(asked.what.body, asked.data_encoding), now)
        except Refused:
            if proof is not None:  # of what is refused it is spent too
                with contextlib.suppress(Refused), self.engine.begin() as tx:
                    auth.spend(tx, proof, now=now)
            raise
        return caller, reply, proof.jti

    def _spend(self, tx: sa.Connection, caller: auth.Caller, proof: auth.Proof, now: datetime) -> None:
        auth.spend(tx, proof, now=now)
        self._at_a_pace(self.devices, str(caller.device))
        self.served += 1
        if self.served % _SWEEP == 0:
            auth.forget_spent(tx, now=now)
            limits.forget(tx, now=now)

    def at_a_pace(self, address: str) -> None:
        """For whoever is not known yet. Raises Refused `too-many`."""
        self._at_a_pace(self.addresses, address)

    def _at_a_pace(self, pace: Pace, who: str) -> None:
        wait = pace.wait(who, time.monotonic())
        if wait:
            raise Refused("too-many", wait=wait)

    def _reply(self, asked: Asked, work: Stamped) -> Response[bytes]:
        try:
            reply, stamp = work(asked, datetime.now(UTC))
        except (sa.exc.OperationalError, sa.exc.TimeoutError, sa.exc.InterfaceError, ProviderSilent) as error:
            log.warning("busy: %s", type(error).__name__)
            raise Refused("busy") from None
        except sa.exc.DataError:
            # A text with a NUL, or a number beyond all: nothing that will be better later.
            raise Refused("bad-request") from None
        body, zstd = packed(msgspec.json.encode(reply), asked.accepts)
        signed = hashlib.sha256(stamp.encode() + body).digest()
        headers = {SERVER: self.server, SIGNATURE: base64.b64encode(self.identity.sign(signed)).decode()}
        if zstd:
            headers["Content-Encoding"] = "zstd"
        return Response(body, media_type="application/json", headers=headers)


async def _read(request: Request[Any, Any, Any]) -> Asked:
    scope = request.scope
    target = scope["raw_path"].decode("latin-1")
    if scope["query_string"]:
        target += "?" + scope["query_string"].decode("latin-1")
    return Asked(
        proof=request.headers.get(PROOF),
        what=auth.Asked(request.method, target, await request.body()),
        data_encoding=request.headers.get("content-encoding", ""),
        accepts=request.headers.get("accept-encoding", ""),
        query=dict(request.query_params.items()),
        address=_address(request),
    )


def _address(request: Request[Any, Any, Any]) -> str:
    return request.client.host if request.client else ""


def refuse(_: Request[Any, Any, Any], refused: Refused) -> Response[bytes]:
    patience = {"busy": (1, 5), "too-many": (60, 120)}.get(refused.code)
    wait = refused.wait or (random.randint(*patience) if patience else None)  # noqa: S311
    headers = {} if wait is None else {"Retry-After": str(wait)}
    return Response(
        msgspec.json.encode(refused.problem), status_code=refused.problem.status,
        media_type="application/problem+json", headers=headers,
    )  # fmt: skip


def fail(request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """A fault of ours: where and of which kind is logged, never what it was about."""
    status = getattr(error, "status_code", 500)
    code = {413: "batch-too-large", 404: "not-found", 405: "not-found"}.get(status, "bad-request")
    if status >= 500:
        places = [
            f"{f.filename.rsplit('/', 1)[-1]}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)
        ]
        log.error("internal: %s at %s", type(error).__name__, " ".join(places[-4:]))
        code = "internal"
    return refuse(request, Refused(code))
