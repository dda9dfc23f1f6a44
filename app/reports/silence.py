"""Who nothing has come from for a while: the figures lack what is not synchronised."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.domain.log_rows import Logs

SILENT_DAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Silence:
    """A consultant nothing has come from since `since`."""

    person: str
    since: date | None


def silent(logs: Logs, today: date) -> tuple[Silence, ...]:
    """Consultants without a row in the last seven days who are not away, longest silence first."""
    latest: dict[str, date] = {}
    for by, on in (
        *((v.by, v.on) for v in logs.visits),
        *((t.by, t.on) for t in logs.times),
        *((s.by, s.on) for s in logs.supports),
    ):
        if on <= today and on > latest.get(by, date.min):
            latest[by] = on
    limit = today - timedelta(days=SILENT_DAYS)
    found = [
        Silence(worker.id, latest.get(worker.id))
        for worker in logs.workers
        if latest.get(worker.id, date.min) < limit and worker.works(today)
    ]
    return tuple(sorted(found, key=lambda one: (one.since or date.min, one.person)))
