"""A jobcenter in memory for the model tests: a feed, devices, a merge; and computers on an unencrypted memory file.

The computers run the real round, the real disk and the real store; only wire and server are stood in for.
"""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import msgspec
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from app.errors import ServerUnavailable
from app.protocol import canonical, messages, operation
from app.store import schema, sync_state
from app.sync import asks
from app.sync.disk import Home, VaultDisk
from app.sync.round import Tally, session
from server import merge
from server.pulse import Pulse, beat, commands

START = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SERVER = "00000000-0000-7000-8000-00000000feed"
HELD = "tilbageholdt"  # what this server's guard will not have


class MemoryVault:
    """The vault's transactions on a plain memory file."""

    def __init__(self) -> None:
        self._new_key_and_file()
        with self.begin() as tx:
            schema.bring_up(tx)

    def _new_key_and_file(self) -> None:
        self._key = Ed25519PrivateKey.generate()
        self._engine = sa.create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False),
            poolclass=StaticPool,
        )
        sa.event.listen(self._engine, "begin", lambda c: c.exec_driver_sql("BEGIN IMMEDIATE"))
        self._line: sa.Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        if self._line is None:
            self._line = self._engine.connect()
        with self._line.begin():
            yield self._line

    read = begin

    def copy(self) -> dbapi2.Connection:
        """The file as it is now, to be put back later."""
        kept = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
        with self._engine.connect() as mine:
            mine.connection.driver_connection.backup(kept)  # type: ignore[union-attr]
        return kept

    def put_back(self, kept: dbapi2.Connection) -> None:
        with self._engine.connect() as mine:
            kept.backup(mine.connection.driver_connection)

    def sign(self, data: bytes) -> bytes:
        return self._key.sign(data)

    @property
    def public_key(self) -> bytes:
        return self._key.public_key().public_bytes_raw()

    def checkpoint(self) -> None:
        """Memory has no log."""

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
        self._engine.dispose()


@dataclass
class Row:
    rev: int
    chain: str
    dev: str
    by: str
    p: str
    s: str
    cand: str | None
    own: bool
    eff: dict[str, Any] | None


@dataclass
class Known:
    """A device as the server knows it. `hashes[q - 1]`: what it has taken; `results`: what it answered."""

    person: str
    key: str
    hashes: list[str] = field(default_factory=list)
    results: list[messages.Result] = field(default_factory=list)
    texts: list[messages.Envelope] = field(default_factory=list)
    revoked: bool = False
    pulse: Pulse | None = None


@dataclass
class Books:
    """All that a backup holds."""

    rows: list[Row] = field(default_factory=list)
    devices: dict[str, Known] = field(default_factory=dict)
    members: dict[str, dict[str, int]] = field(default_factory=dict)
    recs: dict[tuple[str, str], merge.State] = field(default_factory=dict)


class ModelServer:
    """The rules of the real server that a client can notice."""

    def __init__(self) -> None:
        self.books = Books()
        self.key = Ed25519PrivateKey.generate()
        self.backup_rev = 0
        self.min_app = "0.0.0"
        self.max_ops = 4
        self.takes_along = False  # as a server from before; the newest answers a greeting and a push at once
        self.page = 3
        self.refuse_above: int | None = None
        self.overwritten: list[str] = []

    @property
    def home(self) -> Home:
        return Home(SERVER, self.key.public_key().public_bytes_raw())

    @property
    def head(self) -> int:
        return len(self.books.rows)

    def enrol(self, device: UUID, key: bytes, person: str) -> None:
        self.books.devices[str(device)] = Known(person, base64.b64encode(key).decode())

    def give(self, cand: UUID, person: str) -> None:
        self.books.members.setdefault(str(cand), {}).setdefault(person, self.head)

    def take(self, cand: UUID, person: str) -> None:
        self.books.members.get(str(cand), {}).pop(person, None)

    def backup(self) -> Books:
        self.backup_rev = self.head
        return copy.deepcopy(self.books)

    def restore(self, books: Books) -> None:
        now = self.books
        self.books = copy.deepcopy(books)
        # Enrolments and the caseload are kept up by hand after a restore.
        for dev, known in now.devices.items():
            self.books.devices.setdefault(dev, Known(known.person, known.key))
        self.books.members = {
            c: dict.fromkeys(m, min(self.head, max(m.values(), default=0))) for c, m in now.members.items()
        }

    def answer(self, dev: str, request: asks.Request) -> asks.Reply:
        known = self.books.devices[dev]
        if known.revoked and not isinstance(request, asks.Beacon):
            return problem("device-revoked", 403)
        if isinstance(request, asks.OwnAsk):
            return self._own(known, request.after)
        return self._answer(dev, known, request)

    def _answer(self, dev: str, known: Known, request: asks.Request) -> asks.Reply:
        """Everything but `OwnAsk`."""
        match request:
            case asks.Beacon():
                return messages.Beacon(n="", server=SERVER, zone="lan", time=operation.moment(START))
            case asks.Hello(body):
                told = self._hello(known, body)
                return self._along(dev, known, body, told) if self.takes_along else told
            case asks.Push(body):
                return self._push(dev, known, body.ops)
            case asks.Changes(after=after, chain=chain):
                return self._changes(dev, known, after, chain)
            case asks.ScopeAsk():
                return self._scope(known)
            case asks.Backfill(cand, after, upto):
                return self._backfill(known, cand, after, upto)
            case _:
                return problem("no-such-file", 404)  # the model's cases have none

    def _chain(self, rev: int) -> str | None:
        if rev == 0:
            return canonical.START
        return self.books.rows[rev - 1].chain if rev <= self.head else None

    def _hello(self, known: Known, body: messages.Hello) -> asks.Reply:
        if self._chain(body.rev) != body.chain:
            return problem("history-diverged", 409)
        known.pulse = beat(known.pulse, body.told, body.pulse, now=START)
        return messages.Welcome(
            epoch="e1", head=self.head, backup_rev=self.backup_rev, device_q=len(known.hashes),
            device_hash=known.hashes[-1] if known.hashes else canonical.START, time=operation.moment(START),
            scope=self._tag(known.person), min_app=self.min_app, commands=commands(known.pulse, START), max_ops=self.max_ops,
            max_bytes=messages.MAX_BYTES,
        )  # fmt: skip

    def _along(self, dev: str, known: Known, body: messages.Hello, told: asks.Reply) -> asks.Reply:
        """The whole scope or the first page, as they are before what came along is taken in."""
        if not isinstance(told, messages.Welcome):
            return told
        more: dict[str, Any] = {}
        if body.page and body.scope != told.scope:
            more["whole"] = self._scope(known)
        elif body.page and body.rev < told.head:
            more["news"] = self._changes(dev, known, body.rev, body.chain)
        if 0 < len(body.ops) <= self.max_ops:
            said = self._push(dev, known, body.ops)
            more["pushed" if isinstance(said, messages.Pushed) else "refused"] = said
        return msgspec.structs.replace(told, **more)

    def _push(self, dev: str, known: Known, ops: list[messages.Envelope]) -> asks.Reply:
        if self.refuse_above is not None and len(ops) > self.refuse_above:
            return problem("batch-too-large", 413)
        books, results = copy.copy(known.hashes), []
        first = json.loads(ops[0].p)
        if first["q"] > len(books) + 1:
            return problem("device-chain", 409, last=len(books))
        for op in ops:
            fields, hash = json.loads(op.p), canonical.digest(op.p)
            q = fields["q"]
            if q <= len(known.hashes):
                if known.hashes[q - 1] != hash:
                    return problem("device-fork", 409)
                results.append(_again(known.results[q - 1]))
                continue
            assert fields["prev"] == (known.hashes[-1] if known.hashes else canonical.START)
            result = self._take(dev, known, fields, op, hash)
            known.hashes.append(hash)
            known.results.append(result)
            known.texts.append(op)
            results.append(result)
        return messages.Pushed(
            results=results, device_q=len(known.hashes), received_at=operation.moment(START)
        )

    def _own(self, known: Known, after: int) -> messages.Own:
        numbers = range(after + 1, min(after + self.page, len(known.hashes)) + 1)
        return messages.Own(
            q=len(known.hashes), hash=known.hashes[-1] if known.hashes else canonical.START,
            ops=[self._own_op(known, q) for q in numbers], more=after + self.page < len(known.hashes),
        )  # fmt: skip

    def _own_op(self, known: Known, q: int) -> messages.OwnOp:
        result, op = known.results[q - 1], known.texts[q - 1]
        fields = json.loads(op.p)
        seen = result.r != "held" and known.person in self.books.members.get(
            fields["cand"], {known.person: 0}
        )
        return messages.OwnOp(
            q=q, id=fields["id"], kind=fields["k"], hash=known.hashes[q - 1], r=result.r, cand=fields["cand"],
            rev=result.rev, p=op.p if seen else "", s=op.s if seen else "", categories=result.categories,
        )  # fmt: skip

    def _take(
        self, dev: str, known: Known, fields: dict[str, Any], op: messages.Envelope, hash: str
    ) -> messages.Result:
        if HELD in op.p:
            return messages.Result(id=fields["id"], r="held", categories=["DIAG_NAME"])
        for row in self.books.rows:
            if json.loads(row.p)["id"] == fields["id"]:
                return messages.Result(id=fields["id"], r="duplicate", rev=row.rev)
        if fields["cand"] and fields["cand"] not in self.books.members:
            self.books.members[fields["cand"]] = {known.person: 0}
        rev, eff, r = self.head + 1, None, "accepted"
        clashes: list[str] = []
        if fields["k"] == "case.patch":
            eff, clashes = self._merge(operation.writer(dev, fields), fields["body"], rev)
            r = "conflict" if clashes else "accepted"
        chain = canonical.chained(self._chain(self.head) or "", hash)
        self.books.rows.append(
            Row(rev, chain, dev, known.person, op.p, op.s, fields["cand"], fields["own"], eff)
        )
        return messages.Result(id=fields["id"], r=r, rev=rev, fields=clashes)

    def _merge(self, dev: str, body: dict[str, Any], rev: int) -> tuple[dict[str, Any], list[str]]:
        key = (body["type"], body["rec"])
        before = self.books.recs.get(key, merge.State())
        patch = merge.Patch(body["set"], body["base_rev"], dev, body["base"])
        after, taken, clashes = merge.merge(before, patch, rev)
        self.books.recs[key] = after
        for name in taken:
            foreign = name in before.vals and before.fdev[name] != dev
            if foreign and before.vals[name] not in (body["base"][name], body["set"][name]):
                self.overwritten.append(f"{name} at {rev}")
        return {"set": taken, "conflicts": [c.field for c in clashes]}, [c.field for c in clashes]

    def _sees(self, dev: str, known: Known, row: Row) -> bool:
        if row.cand is not None:
            since = self.books.members.get(row.cand, {}).get(known.person)
            return since is not None and row.rev > since
        return not row.own or row.by == known.person

    def _changes(self, dev: str, known: Known, after: int, chain: str) -> asks.Reply:
        if self._chain(after) != chain:
            return problem("history-diverged", 409)
        upto = min(self.head, after + self.page)
        seen = [row for row in self.books.rows[after:upto] if self._sees(dev, known, row)]
        return self._page(seen, upto, self.head, more=upto < self.head)

    def _backfill(self, known: Known, cand: str, after: int, upto: int) -> asks.Reply:
        if known.person not in self.books.members.get(cand, {}):
            return problem("not-found", 404)
        old = [r for r in self.books.rows if r.cand == cand and after < r.rev <= upto]
        part = old[: self.page]
        more = len(old) > len(part)
        return self._page(part, part[-1].rev if more else upto, upto, more=more)

    def _page(self, rows: list[Row], rev: int, head: int, *, more: bool) -> messages.Page:
        changes = [
            messages.Change(
                rev=r.rev, chain=r.chain, by=r.by, p=r.p, s=r.s, received_at=operation.moment(START), eff=r.eff
            )
            for r in rows
        ]  # fmt: skip
        devices = [
            messages.DeviceKey(dev=d, alg="Ed25519", key=k.key, person=k.person)
            for d, k in self.books.devices.items()
        ]
        return messages.Page(
            changes=changes, devices=devices, rev=rev, chain=self._chain(rev) or canonical.START, epoch="e1",
            head=head, more=more,
        )  # fmt: skip

    def _tag(self, person: str) -> str:
        return canonical.digest(
            canonical.dumps(sorted([c, m[person]] for c, m in self.books.members.items() if person in m))
        )

    def _scope(self, known: Known) -> messages.Scope:
        entries = [
            messages.ScopeEntry(cand=c, role="consultant", since_rev=m[known.person])
            for c, m in self.books.members.items()
            if known.person in m
        ]
        people = [messages.Person(id=known.person, name="Anna", role="consultant")]
        return messages.Scope(tag=self._tag(known.person), entries=entries, people=people)


def _again(result: messages.Result) -> messages.Result:
    r = "duplicate" if result.rev is not None else result.r
    return messages.Result(id=result.id, r=r, rev=result.rev, categories=result.categories)


def problem(code: str, status: int, last: int | None = None) -> messages.Problem:
    return messages.Problem(type=messages.PROBLEM + code, status=status, last=last)


@dataclass(frozen=True, slots=True)
class Weather:
    """What the wire does to one round: it ends at request `cut`, which the server saw or did not; `twice`: each
    request arrives twice."""

    cut: int | None = None
    seen: bool = False
    twice: bool = False


FAIR = Weather()


class Computer:
    """A consultant's computer: real round, real disk, real store."""

    def __init__(self, server: ModelServer, person: str, vault: MemoryVault | None = None) -> None:
        self.server, self.person = server, person
        self.vault = vault or MemoryVault()
        self.clock = START
        with self.vault.begin() as tx:
            self.device = sync_state.who(tx).device
            sync_state.enrol(
                tx, person=person, name=person, role="consultant", feed="feed", feed_name="Jobcenter"
            )
        server.enrol(self.device, self.vault.public_key, person)

    def now(self) -> datetime:
        self.clock += timedelta(seconds=1)
        return self.clock

    def sync(self, weather: Weather = FAIR) -> Tally:
        """One round. A cut ends it as a lost connection does."""
        tally = Tally()
        now = self.now()
        steps = session(VaultDisk(self.vault, self.server.home, now), now, tally)
        request = next(steps)
        asked = 0
        while True:
            if asked == weather.cut:
                if weather.seen:
                    self.server.answer(str(self.device), request)
                steps.close()
                raise ServerUnavailable
            asked += 1
            if weather.twice:
                self.server.answer(str(self.device), request)
            try:
                request = steps.send(self.server.answer(str(self.device), request))
            except StopIteration:
                return tally


def new_id() -> UUID:
    return uuid4()
