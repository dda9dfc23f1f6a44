"""The figures as the page shows them: one team or one consultant, one period, with what is wanting beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.log_rows import Logs, Period
from app.reports import breakdowns, figures, periods, series
from app.reports.breakdowns import Split
from app.reports.figures import Figure
from app.reports.kept import NOTHING_KEPT
from app.reports.series import Series
from app.services import logs as reading
from app.services.logs import Silence

if TYPE_CHECKING:
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """`who`: a consultant's person id, or None for the team. `names`: of the consultants there are rows of. `own`: this
    computer makes nobody else's figures."""

    period: Period
    who: str | None
    figures: tuple[Figure, ...]
    series: Series
    splits: tuple[Split, ...]
    silent: tuple[Silence, ...]
    names: Mapping[str, str]
    own: bool = False


def page(
    vault: Vault, *, now: datetime, unit: str = "quarter", back: int = 0, who: str | None = None
) -> FiguresPage:
    """`unit`: week, month, quarter or year; `back`: how many before the running one."""
    read = reading.read(vault, now=now)
    who = read.own or who
    period = periods.calendar_period(now.date(), unit, back)
    here = {worker.id: read.names.get(worker.id, worker.id) for worker in read.logs.workers}

    def count(all_: Logs) -> tuple[tuple[Figure, ...], Series, tuple[Split, ...]]:
        logs = figures.of_consultant(all_, who) if who is not None else all_
        kept = NOTHING_KEPT if who is not None else read.kept  # one's own rows are few, and made anew
        found = figures.compute(logs, period, kept)
        return found, series.series(logs, period.last, kept), breakdowns.compute(logs, period, kept)

    found, drawn, splits = read.counted(("figures", who, period), count)
    return FiguresPage(
        period, who, found, drawn, splits, read.silent(period.last), here, own=read.own is not None
    )
