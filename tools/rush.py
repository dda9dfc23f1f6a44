"""Monday, 08:00: the country's jobcenters on one worker, each computer with ten notes to deliver and news to fetch.

`python3 tools/dev.py run -- python tools/rush.py [--computers 1600] [--seconds 30] [--jobcenters 94] [--read] [--apart]`

Real TLS, real proofs, real signatures, real PostgreSQL with its durability; every computer connects anew at a moment of
its own. `--read`: the server's guard reads every text; without it the server believes the guard that read them before
(`believe_guard`). Exit 1 when a computer was refused, a revision is missing, or the 95th percentile is above 2.5 s.
"""

from __future__ import annotations

import argparse
import base64
import contextlib
import json
import os
import random
import secrets
import sys
import tempfile
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app import guard
from app.errors import FeltjournalError
from app.protocol import canonical, messages, operation
from app.services.sync import to_target
from app.settings import Server, Settings
from app.sync import asks
from app.sync.link import Link
from server import db, embedded, migrations, scope
from server.auth import Caller as Asking
from tests import parts
from tests.server.desk import note_body
from tests.sync.consultant import server_of

_NOTES = 10
_WORDS = "Vi talte om timerne i butikken og aftalte et besøg hos arbejdsgiveren på torsdag. "


@dataclass
class Caller:
    """One consultant's computer, as far as the server can see it."""

    feed: str
    cand: uuid.UUID
    id: uuid.UUID = field(default_factory=uuid.uuid4)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)
    seconds: float = 0.0
    failed: str = ""
    scope: str = ""

    def notes(self) -> list[messages.Envelope]:
        made, prev = [], canonical.START
        for q in range(1, _NOTES + 1):
            draft = operation.Draft(
                id=uuid.uuid4(), kind=operation.Kind.APPEND, cand=self.cand, own=False, at=datetime.now(UTC),
                occurred=None, kept=(), body=note_body(self.cand, _text(q)),
            )  # fmt: skip
            p = operation.compose(
                draft, dev=self.id, q=q, prev=prev, feed=self.feed, off=0, app="0.1.0", guard=guard.version()
            )
            prev = canonical.digest(p)
            made.append(messages.Envelope(p, _signed(self.key, p)))
        return made

    def sync(self, server: Server, id: str, notes: list[messages.Envelope], *, apart: bool) -> None:
        """As the round of a computer that was here the day before; `apart`: as a program before the greeting carried more."""
        began = time.perf_counter()
        try:
            with Link(
                to_target(server, id, Settings()),
                device=str(self.id),
                sign=self.key.sign,
                now=datetime.now(UTC),
            ) as line:
                line.beacon()
                hello = messages.Hello(
                    device=str(self.id), app="0.1.0", schema=1, feed=self.feed, epoch="", rev=0, chain=canonical.START,
                    q=_NOTES, scope="" if apart else self.scope, waiting=_NOTES, ops=[] if apart else notes,
                    page=0 if apart else asks.PAGE, pulse=secrets.token_hex(16),
                )  # fmt: skip
                welcome = line.ask(asks.Hello(hello))
                self._must(welcome, messages.Welcome)
                if not apart and isinstance(welcome, messages.Welcome) and welcome.pushed is not None:
                    return  # receipts and news have come with the answer
                self._must(line.ask(asks.Push(messages.Push(notes))), messages.Pushed)
                self._must(line.ask(asks.ScopeAsk()), messages.Scope)
                self._must(line.ask(asks.Changes(0, "", canonical.START)), messages.Page)
        except (FeltjournalError, OSError) as error:
            self.failed = type(error).__name__
        finally:
            self.seconds = time.perf_counter() - began

    def _must(self, reply: object, kind: type) -> None:
        if not isinstance(reply, kind):
            self.failed = getattr(reply, "type", type(reply).__name__)


def main() -> int:
    parser = argparse.ArgumentParser(prog="tools/rush.py", description=__doc__)
    parser.add_argument("--computers", type=int, default=1600)
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--jobcenters", type=int, default=94)
    parser.add_argument("--read", action="store_true")
    parser.add_argument("--apart", action="store_true", help="five requests a round, as programs before did")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="fj-rush-") as folder:
        cluster = embedded.start(Path(folder))
        try:
            engine = db.engine(cluster.url())
            migrations.upgrade(engine)
            with parts.make_jobcenter(cluster.url()) as office:
                office.settings = {
                    "address_per_minute": "0",
                    "believe_guard": str(not chosen.read).lower(),
                    "pool": "4",
                }
                callers = _furnish(engine, chosen.jobcenters, chosen.computers)
                office.start()
                told = _rush(callers, office, engine, chosen.seconds, apart=chosen.apart)
            engine.dispose()
        finally:
            embedded.stop(Path(folder))
    print(json.dumps(told))
    return 0 if told["errors"] == 0 and told["gaps"] == 0 and float(told["p95_s"]) <= 2.5 else 1


def _furnish(engine: sa.Engine, jobcenters: int, computers: int) -> list[Caller]:
    """Feeds, people, computers and participants straight in the tables, as after a year of work."""
    now = datetime.now(UTC)
    feeds = [f"feed-{n}" for n in range(jobcenters)]
    callers = [Caller(feeds[n % jobcenters], uuid.uuid4()) for n in range(computers)]
    with engine.begin() as tx:
        tx.execute(
            sa.insert(db.feed),
            [
                {"id": id, "name": id, "epoch": "e", "head": 0, "chain": canonical.START, "backup_rev": 0}
                for id in feeds
            ],
        )
        tx.execute(
            sa.insert(db.person),
            [{"feed": c.feed, "id": str(c.id), "name": "P", "role": "consultant"} for c in callers],
        )
        tx.execute(sa.insert(db.device), [_device(caller, now) for caller in callers])
        tx.execute(
            sa.insert(db.membership),
            [
                {"feed": c.feed, "cand": c.cand, "person": str(c.id), "role": "consultant", "since_rev": 0}
                for c in callers
            ],
        )
    return callers


def _device(caller: Caller, now: datetime) -> dict[str, object]:
    key = base64.b64encode(caller.key.public_key().public_bytes_raw()).decode()
    return {
        "id": caller.id, "feed": caller.feed, "person": str(caller.id), "alg": "Ed25519", "key": key, "machine": "",
        "app": "0.1.0", "seq": 0, "last_hash": canonical.START, "enrolled_at": now,
    }  # fmt: skip


def _rush(
    callers: list[Caller], office: parts.Jobcenter, engine: sa.Engine, seconds: float, *, apart: bool
) -> dict[str, float | int]:
    ready = [(caller, caller.notes()) for caller in callers]
    server = Server(**server_of(office))
    with engine.begin() as tx:
        id = str(tx.execute(sa.select(db.server.c.id)).scalar_one())
        for caller in callers:
            mine = Asking(caller.id, str(caller.id), caller.feed, "0.1.0", b"", 0)
            caller.scope = scope.read(tx, mine).tag
    chance = random.Random(8)  # noqa: S311
    moments = sorted(chance.uniform(0, seconds) for _ in ready)
    before = _processors(office)
    began = time.perf_counter()
    with ThreadPoolExecutor(200) as street:
        for moment, (caller, notes) in zip(moments, ready, strict=True):
            time.sleep(max(0.0, began + moment - time.perf_counter()))
            street.submit(caller.sync, server, id, notes, apart=apart)
    after = _processors(office)
    assert office.process is not None
    worker, beside = _memory(office.process.pid), _children(office.process.pid)
    times = sorted(caller.seconds for caller in callers)
    with engine.begin() as tx:
        rows = tx.execute(
            sa.select(db.op.c.feed, sa.func.count(), sa.func.max(db.op.c.rev)).group_by(db.op.c.feed)
        )
        gaps = sum(count != head for _, count, head in rows)
    return {
        "computers": len(callers), "window_s": seconds, "took_s": round(time.perf_counter() - began, 1),
        "errors": sum(bool(caller.failed) for caller in callers), "gaps": gaps,
        "p50_s": round(times[len(times) // 2], 3), "p95_s": round(times[int(len(times) * 0.95)], 3),
        "max_s": round(times[-1], 3),
        **{f"{name}_processor_s": round(after[name] - before[name], 1) for name in before},
        "server_rss_mb": worker, "reader_rss_mb": sum(_memory(one) for one in beside),
    }  # fmt: skip


def _processors(office: parts.Jobcenter) -> dict[str, float]:
    """Seconds of processor time so far: the worker, PostgreSQL, and the computers themselves, which share the cores."""
    assert office.process is not None
    database = sum(spent(pid) for pid in named("postgres"))
    return {"worker": spent(office.process.pid), "postgres": database, "computers": time.process_time()}


def spent(pid: int) -> float:
    try:
        told = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    # With those of its children that have ended: a connection's process ends with it.
    return sum(int(part) for part in told[11:15]) / os.sysconf("SC_CLK_TCK")


def named(name: str) -> list[int]:
    """Processes of this name, whoever began them; another database on this computer counts too."""
    found = []
    for place in Path("/proc").glob("[0-9]*/comm"):
        with contextlib.suppress(OSError):
            if place.read_text("utf-8").strip() == name:
                found.append(int(place.parent.name))
    return found


def _memory(pid: int) -> float:
    told = Path(f"/proc/{pid}/status").read_text("utf-8")
    return round(int(told.split("VmRSS:")[1].split()[0]) / 1024, 1)


def _children(pid: int) -> list[int]:
    """The guard that reads beside the worker; multiprocessing's own helper is among them."""
    told = [path.read_text("ascii") for path in Path(f"/proc/{pid}/task").glob("*/children")]
    return [int(one) for one in " ".join(told).split()]


def _text(q: int) -> str:
    return f"{q}. " + _WORDS * (4096 // len(_WORDS))


def _signed(key: Ed25519PrivateKey, p: str) -> str:
    return base64.b64encode(key.sign(p.encode())).decode()


if __name__ == "__main__":
    sys.exit(main())
