"""The rows behind the figures: read once from the vault, with Denmark's public holidays and who has been silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from app.domain.log_rows import Logs
from app.store import log_rows, people

if TYPE_CHECKING:
    from app.vault.vault import Vault

SILENT_DAYS: Final = 7
_YEARS_BACK: Final = 3


@dataclass(frozen=True, slots=True)
class Silence:
    """A consultant nothing has come from since `since`: the figures lack what is not synchronised."""

    person: str
    since: date | None


@dataclass(frozen=True, slots=True)
class Read:
    """`names`: person id → name. `silent`: whose rows may be wanting."""

    logs: Logs
    names: Mapping[str, str]
    silent: tuple[Silence, ...]


def read(vault: Vault, *, now: datetime) -> Read:
    """All rows this computer holds."""
    today = now.date()
    with vault.read() as tx:
        logs = log_rows.read(tx, zone=now.tzinfo, free_days=free_days(today.year))
        names = people.names(tx)
    return Read(logs, names, silent(logs, today))


@cache
def free_days(year: int) -> frozenset[date]:
    """Public holidays in Denmark of the year and the three before."""
    import holidays

    return frozenset(holidays.country_holidays("DK", years=range(year - _YEARS_BACK, year + 1)))


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
