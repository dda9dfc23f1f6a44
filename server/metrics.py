"""What monitoring may know: how often, how long, how many. Never who, never what."""

from __future__ import annotations

import sqlalchemy as sa
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from server import db

CONTENT = "text/plain; version=0.0.4; charset=utf-8"
_BUCKETS = (0.01, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)


class Metrics:
    """Of one worker; what is read from the database is the same whichever worker is asked."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "feltjournal_requests", "Requests answered", ("route", "status"), registry=self._registry
        )
        self._seconds = Histogram(
            "feltjournal_request_seconds", "Time to answer", ("route",), buckets=_BUCKETS, registry=self._registry
        )  # fmt: skip
        self._ops = Counter("feltjournal_operations", "Operations taken in", ("outcome",), registry=self._registry)  # fmt: skip
        self._state = Gauge("feltjournal_state", "Counts in the database", ("of",), registry=self._registry)

    def answered(self, route: str, status: int, seconds: float) -> None:
        self._requests.labels(route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def took_in(self, outcome: str) -> None:
        self._ops.labels(outcome).inc()

    def text(self, tx: sa.Connection) -> bytes:
        for name, count in counts(tx).items():
            self._state.labels(name).set(count)
        return generate_latest(self._registry)


def counts(tx: sa.Connection) -> dict[str, int]:
    device, op = db.device.c, db.op.c
    asked = {
        "devices": sa.select(sa.func.count()).where(device.revoked_at.is_(None), device.machine != ""),
        "devices_waiting": sa.select(sa.func.count()).where(device.waiting_since.is_not(None)),
        "conflicts_open": sa.select(sa.func.count()).where(db.conflict.c.resolved_rev.is_(None)),
        "parked": sa.select(sa.func.count()).where(op.outcome == "parked", ~_seen(op)),
        "revision": sa.select(sa.func.coalesce(sa.func.sum(db.feed.c.head), 0)),
        "revision_backed_up": sa.select(sa.func.coalesce(sa.func.sum(db.feed.c.backup_rev), 0)),
        "outbound_waiting": sa.select(sa.func.count()).where(db.outbound.c.state == "waiting"),
        "outbound_dead": sa.select(sa.func.count()).where(db.outbound.c.state == "dead"),
    }
    return {name: int(tx.execute(query).scalar_one()) for name, query in asked.items()}


def _seen(op: sa.ColumnCollection[str, sa.ColumnElement[object]]) -> sa.ColumnElement[bool]:
    there = db.parked_seen.c
    return sa.exists().where(there.device == op.device, there.dseq == op.dseq)
