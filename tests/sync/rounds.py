"""Computers and a model jobcenter in known positions, and what they may be made to say."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from app.domain.records import EMPLOYER
from app.protocol import canonical, operation
from app.store import outbox, records
from app.store.records import Case
from app.store.tables import employer, note, unread
from app.sync import asks
from tests.sync.model import Computer, ModelServer, Row
from tests.sync.test_model import CASES, FIRM

KIM = CASES[0]


@pytest.fixture
def server() -> ModelServer:
    made = ModelServer()
    made.give(KIM, "anna")
    return made


@pytest.fixture
def anna(server: ModelServer) -> Iterator[Computer]:
    made = Computer(server, "anna")
    made.sync()
    yield made
    made.vault.close()


@pytest.fixture
def bo(server: ModelServer) -> Iterator[Computer]:
    """A colleague with the same participant."""
    server.give(KIM, "bo")
    made = Computer(server, "bo")
    made.sync()
    yield made
    made.vault.close()


def states(computer: Computer) -> list[str]:
    with computer.vault.read() as tx:
        return [op.state for op in outbox.in_state(tx, "pending", "sent", "acked", "held", "parked")]


def aside(computer: Computer) -> list[tuple[str, str]]:
    with computer.vault.read() as tx:
        return [(row.reason, row.p) for row in tx.execute(sa.select(unread))]


def ids(computer: Computer) -> set[UUID]:
    with computer.vault.read() as tx:
        return set(tx.execute(sa.select(note.c.id)).scalars())


def answered(server: ModelServer, how: Callable[[str, asks.Request], asks.Reply | None]) -> None:
    """Let `how` answer instead of the server, where it does."""
    honest = server.answer

    def answer(dev: str, request: asks.Request) -> asks.Reply:
        found = how(dev, request)
        return honest(dev, request) if found is None else found

    server.answer = answer  # type: ignore[method-assign]


def on_push(reply: asks.Reply) -> Callable[[str, asks.Request], asks.Reply | None]:
    return lambda _, request: reply if isinstance(request, asks.Push) else None


def patch(computer: Computer, values: dict[str, Any]) -> None:
    with computer.vault.begin() as tx:
        records.write(tx, EMPLOYER, FIRM, values, case=Case(), now=computer.now(), sign=computer.vault.sign)


def cvr(computer: Computer) -> str | None:
    with computer.vault.read() as tx:
        return tx.execute(sa.select(employer.c.cvr).where(employer.c.id == FIRM)).scalar_one_or_none()


def replace_text(row: Any) -> Any:
    return replace(row, p=row.p.replace("butikken", "bageriet"))


def waiting(computer: Computer) -> tuple[outbox.Waiting, ...]:
    with computer.vault.read() as tx:
        return outbox.waiting(tx)


def patch_body(values: dict[str, Any]) -> dict[str, Any]:
    return {"type": "employer", "rec": str(FIRM), "set": values, "base": {}, "base_rev": 0}


def signed_by(signer: Computer, named: Computer, body: dict[str, Any], **more: Any) -> tuple[str, str]:
    """An operation as another program might have written it."""
    fields = {
        "v": 1, "id": str(records.new_id()), "k": "case.patch", "dev": str(named.device), "q": 1, "prev": canonical.START, "feed": "feed",
        "cand": None, "own": False, "at": "2026-11-23T08:00:00.000Z", "occ": None, "off": 0, "app": "9", "sch": operation.SCHEMA,
        "kept": [], "body": body,
    }  # fmt: skip
    p = canonical.dumps(fields | more)
    return p, base64.b64encode(signer.vault.sign(p.encode())).decode()


def feed(server: ModelServer, by: Computer, p: str, s: str, eff: dict[str, Any] | None) -> None:
    rev = server.head + 1
    chain = canonical.chained(server._chain(rev - 1) or "", canonical.digest(p))
    server.books.rows.append(Row(rev, chain, str(by.device), by.person, p, s, None, False, eff))
