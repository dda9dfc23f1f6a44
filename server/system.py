"""What the server itself says: operations signed by its own key, in the chain of its own device."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
import uuid6

from app.protocol import operation
from server import book, db, shape
from server.feed import push

Sign = Callable[[bytes], bytes]


@dataclass(slots=True)
class Saying:
    """The server's own chain of operations, growing. Locks its device until the transaction ends."""

    q: int
    prev: str
    device: UUID
    feed: str
    sign: Sign
    now: datetime
    items: list[book.Item] = field(default_factory=list)

    @classmethod
    def open(cls, tx: sa.Connection, *, feed: str, sign: Sign, now: datetime) -> Saying:
        mine = sa.and_(db.device.c.feed == feed, db.device.c.person == book.SYSTEM)
        device = tx.execute(sa.select(db.device).where(mine).with_for_update()).one()
        return cls(device.seq, device.last_hash, device.id, feed, sign, now)

    def patch(
        self, type: str, id: UUID, wire: dict[str, Any], known: tuple[dict[str, Any], int], *, cand: UUID | None,
        own: bool = False,
    ) -> None:  # fmt: skip
        """Say these values of a record, as one who has seen it at `known`: its values and revision."""
        vals, rev = known
        body = {
            "type": type, "rec": str(id), "set": wire, "base": {n: vals.get(n) for n in wire}, "base_rev": rev,
        }  # fmt: skip
        draft = operation.Draft(
            id=UUID(int=uuid6.uuid7().int), kind=operation.Kind.PATCH, cand=cand, own=own, at=self.now, occurred=None,
            kept=(), body=body,
        )  # fmt: skip
        p = operation.compose(
            draft, dev=self.device, q=self.q + 1, prev=self.prev, feed=self.feed, off=0, app="server"
        )
        op = shape.read(p, base64.b64encode(self.sign(p.encode())).decode())
        self.items.append(book.Item(op))
        self.q, self.prev = op.q, op.hash

    def push(self, tx: sa.Connection) -> None:
        push(tx, self.device, self.items, now=self.now)
