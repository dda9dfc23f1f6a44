"""Synkronisering in its states: away from the network, what needs a person, a computer nobody knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa

from app.domain.changes import Topic
from app.services import caseload
from app.services.sync import waiting_list
from app.store import outbox, rejoining, sync_state, tables, tables_sync
from app.store.sync_state import Conflict
from tools.scenes import Scene
from tools.scenes.workplace import Stage, page


def _needs_somebody(stage: Stage) -> None:
    """One note the server's guard would not have, one field two have changed."""
    one = stage.ask(partial(caseload.overview, now=stage.now))[0].participant
    note = next(item.id for item in stage.ask(waiting_list) if item.what == "note")
    clash = Conflict(
        rev=1204, field="wish_hours", type="participant", rec=one.id, mine="12 timer om ugen, kun formiddag",
        theirs="15 timer om ugen, helst formiddag", by="Søren Kjær", seen_at=stage.now - timedelta(hours=1),
    )  # fmt: skip

    def tell(vault: Any) -> None:
        with vault.begin() as tx:
            outbox.outcome(tx, note, "held", rev=None, problem="DIAG_NAME")
            sync_state.add_conflict(tx, clash)
            sync_state.put(tx, clock_offset_ms=-12 * 60_000)

    stage.ask(tell)
    stage.work.changed.emit(frozenset({Topic.SYNC}))


def _put_back(stage: Stage) -> None:
    """The journal was an older copy of itself, and is whole again but for what was only here."""

    def tell(vault: Any) -> None:
        with vault.begin() as tx:
            values = {"after_q": 412, "at": stage.now - timedelta(hours=2), "back": 12, "again": 3, "gone": 1}
            tx.execute(sa.insert(tables_sync.rejoined).values(**values))

    stage.ask(tell)
    stage.work.changed.emit(frozenset({Topic.SYNC}))


def _two_copies(stage: Stage) -> None:
    """The server has seen two copies of this computer greet it by turns."""

    def tell(vault: Any) -> None:
        with vault.begin() as tx:
            rejoining.answered(tx, "0" * 32, two_copies=True, now=stage.now - timedelta(hours=3))

    stage.ask(tell)
    stage.work.changed.emit(frozenset({Topic.SYNC}))


def _unknown(stage: Stage) -> None:
    def forget(vault: Any) -> None:
        with vault.begin() as tx:
            tx.execute(sa.update(tables.enrolment).values(feed=None, feed_name=None, server=None))

    stage.ask(forget)
    stage.work.changed.emit(frozenset({Topic.SYNC}))
    stage.settle()
    stage.window.go("sync")


SCENES: dict[str, Callable[[datetime], Scene]] = {
    "sync": page("sync"),
    "sync-choices": page("sync", _needs_somebody),
    "sync-code": page("sync", _unknown),
    "sync-put-back": page("sync", _put_back),
    "sync-two-copies": page("sync", _two_copies),
    "sync-empty": page("sync", of="empty"),
}
