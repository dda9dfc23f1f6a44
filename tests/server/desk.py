"""Devices that drive the server's core in this process, and the questions tests put to its tables."""

from __future__ import annotations

import base64
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
import uuid6
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.protocol import canonical, operation
from app.protocol.messages import Envelope, Page, Pushed
from app.protocol.operation import Kind
from server import book, db, enrol, feed, identity, pages, setup
from server.auth import Caller

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def engine(postgres_url: str) -> Iterator[sa.Engine]:
    engine = db.engine(postgres_url)
    yield engine
    engine.dispose()


@dataclass
class House:
    """A jobcenter driven in this process."""

    engine: sa.Engine
    feed: str
    server: str
    identity: identity.Identity
    devices: list[Device] = field(default_factory=list)

    def device(self, person: str) -> Device:
        made = Device(self, person)
        with self.engine.begin() as tx:
            enrol.add_person(tx, feed=self.feed, person=person, name=person, role="consultant")
            tx.execute(
                sa.insert(db.device).values(
                    id=made.id, feed=self.feed, person=person, alg="Ed25519", key=base64.b64encode(made.public).decode(),
                    machine="", app="0.1.0", seq=0, last_hash=canonical.START, enrolled_at=NOW,
                )
            )  # fmt: skip
        self.devices.append(made)
        return made

    def join(self, cand: UUID, *people: str) -> None:
        with self.engine.begin() as tx:
            since = tx.execute(sa.select(db.feed.c.head)).scalar_one()
            for person in people:
                book.join(tx, feed=self.feed, cand=cand, person=person, since=since)

    def leave(self, cand: UUID, person: str, *, at: datetime = NOW) -> None:
        member = db.membership.c
        with self.engine.begin() as tx:
            head = tx.execute(sa.select(db.feed.c.head)).scalar_one()
            tx.execute(
                sa.update(db.membership)
                .where(member.cand == cand, member.person == person)
                .values(upto_rev=head, ended_at=at)
            )

    def rows(self, table: sa.Table, *where: sa.ColumnElement[bool]) -> list[sa.Row[Any]]:
        with self.engine.begin() as tx:
            return list(tx.execute(sa.select(table).where(*where)).all())

    def revs(self) -> list[int]:
        with self.engine.begin() as tx:
            return list(
                tx.execute(
                    sa.select(db.op.c.rev).where(db.op.c.rev.is_not(None)).order_by(db.op.c.rev)
                ).scalars()
            )

    def waiting(self, act: Callable[[], object]) -> threading.Thread:
        """Begun in a thread, and come so far that it waits for a lock somebody here holds."""
        thread = threading.Thread(target=act)
        thread.start()
        stuck = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as tx:
            while thread.is_alive() and not tx.exec_driver_sql(stuck).scalar_one():
                pass
        return thread

    def everything(self) -> str:
        """All that any table holds, as one text."""
        with self.engine.begin() as tx:
            return "\n".join(
                str(tuple(row)) for table in db.metadata.sorted_tables for row in tx.execute(sa.select(table))
            )


@dataclass
class Device:
    """A computer with its key and its chain."""

    house: House
    person: str
    id: UUID = field(default_factory=uuid.uuid4)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    q: int = 0
    prev: str = canonical.START

    @property
    def public(self) -> bytes:
        return self.key.public_key().public_bytes_raw()

    @property
    def caller(self) -> Caller:
        with self.house.engine.begin() as tx:
            seq = tx.execute(sa.select(db.device.c.seq).where(db.device.c.id == self.id)).scalar_one()
        return Caller(self.id, self.person, self.house.feed, "0.1.0", self.public, seq)

    def say(
        self, kind: str, body: Mapping[str, Any], *, cand: UUID | None = None, own: bool = False, **more: Any
    ) -> Envelope:
        """The next operation of the chain. `more`: fields of the envelope to bend."""
        at = more.pop("at", NOW)
        draft = operation.Draft(
            id=uuid6.uuid7(),
            kind=Kind.APPEND,
            cand=cand,
            own=own,
            at=at,
            occurred=None,
            kept=(),
            body=dict(body),
        )
        p = operation.compose(draft, dev=self.id, q=self.q + 1, prev=self.prev, feed=None, off=0, app="0.1.0")
        p = canonical.dumps({**operation.read(p), "k": kind, **more})
        self.q, self.prev = self.q + 1, canonical.digest(p)
        return self.envelope(p)

    def envelope(self, p: str) -> Envelope:
        return Envelope(p, base64.b64encode(self.key.sign(p.encode())).decode())

    def note(self, cand: UUID, text: str = "Vi talte om kandidatens timer.", **more: Any) -> Envelope:
        return self.say(Kind.APPEND, note_body(cand, text), cand=cand, **more)

    def patch(
        self, kind: str, rec: UUID, set: Mapping[str, Any], *, base_rev: int = 0, cand: UUID | None = None, **more: Any
    ) -> Envelope:  # fmt: skip
        body = {"type": kind, "rec": str(rec), "set": dict(set), "base": {}, "base_rev": base_rev}
        return self.say(Kind.PATCH, body, cand=cand, **more)

    def push(self, *envelopes: Envelope, now: datetime = NOW, believe: bool = False) -> Pushed:
        caller = self.caller
        with self.house.engine.begin() as tx:
            known = feed.known(tx, self.house.feed, self.person)
        items = feed.prepare(
            envelopes, device=self.id, key=self.public, seen=caller.seq, known=known, believe=believe
        )
        with self.house.engine.begin() as tx:
            return feed.push(tx, self.id, items, now=now)

    def page(self, after: int = 0, *, limit: int = 500) -> Page:
        with self.house.engine.begin() as tx:
            row = tx.execute(sa.select(db.feed)).one()
            at = pages.Cursor(row.epoch, after, pages.chain_at(tx, row.id, after))
            return pages.changes(tx, self.caller, at, limit=limit, now=NOW)

    def backfill(self, cand: UUID, *, after: int = 0, upto: int | None = None) -> Page:
        with self.house.engine.begin() as tx:
            return pages.of_candidate(tx, self.caller, cand, after=after, upto=upto, limit=500, now=NOW)


def note_body(cand: UUID, text: str) -> dict[str, Any]:
    return {
        "participant": str(cand), "kind": "meeting", "title": "Møde om timer", "happened_at": "2026-11-23T08:00:00.000Z",
        "minutes": 45, "place": "employer", "source": "observed", "facts": text, "own_view": "", "assessment": "",
        "agreements": "", "written_at": "2026-11-23T08:30:00.000Z", "author": "mh", "corrects": None,
    }  # fmt: skip


@pytest.fixture
def house(engine: sa.Engine, tmp_path: Path) -> House:
    identity.make(tmp_path, hosts=["localhost"], now=NOW - timedelta(days=1))
    me = identity.load(tmp_path)
    with engine.begin() as tx:
        server = setup.found(tx, me, feed_name="Prøveby", now=NOW)
        jobcenter, _ = setup.the_feed(tx)
    return House(engine, jobcenter, server, me)
