"""The rows behind the figures: read once from the vault, with Denmark's public holidays and who has been silent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Final

from app.domain.log_rows import Logs
from app.reports.figures import of_consultant
from app.reports.silence import Silence, silent
from app.store import log_rows, people

if TYPE_CHECKING:
    from app.vault.vault import Vault

_YEARS_BACK: Final = 3


@dataclass(frozen=True, slots=True)
class Read:
    """`names`: person id → name. `silent`: whose rows may be wanting. `own`: the consultant whose rows alone these are."""

    logs: Logs
    names: Mapping[str, str]
    silent: tuple[Silence, ...]
    own: str | None = None


def read(vault: Vault, *, now: datetime, whole: bool = False) -> Read:
    """The rows figures are made of: the team's, or on a consultant's computer their own, as the server tells them nothing
    of a colleague's hours. `whole`: all rows there are, to look one up."""
    today = now.date()
    with vault.read() as tx:
        logs = log_rows.read(tx, zone=now.tzinfo, free_days=free_days(today.year))
        names, me = people.names(tx), people.me(tx)
    own = None if whole or me.counts_team else me.person
    if own is not None:
        logs = of_consultant(logs, own)
    return Read(logs, names, silent(logs, today), own)


@cache
def free_days(year: int) -> frozenset[date]:
    """Public holidays in Denmark of the year and the three before."""
    import holidays

    return frozenset(holidays.country_holidays("DK", years=range(year - _YEARS_BACK, year + 1)))


__all__ = ["Read", "Silence", "free_days", "read"]
