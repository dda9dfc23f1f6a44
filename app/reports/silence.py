"""Whose rows are wanting: who was at work after the last synchronisation from which their rows are here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.log_rows import NEVER, Logs


@dataclass(frozen=True, slots=True)
class Silence:
    """A consultant who has not synchronised since `since`; None: never, or what was begun did not all arrive."""

    person: str
    since: date | None


def silent(logs: Logs, last: date) -> tuple[Silence, ...]:
    """Consultants who were at work after they last synchronised and no later than `last`, longest silence first."""
    found = [
        Silence(worker.id, None if worker.synced == NEVER else worker.synced)
        for worker in logs.workers
        if worker.worked_between(worker.synced, last, logs.free_days)
    ]
    return tuple(sorted(found, key=lambda one: (one.since or date.min, one.person)))
