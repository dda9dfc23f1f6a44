"""The rows behind the figures: read once from the vault, with Denmark's public holidays and who has been silent."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeVar, cast

from app.domain.log_rows import Logs, TimeRow
from app.reports.figures import of_consultant
from app.reports.silence import Silence, silent
from app.store import log_rows, note_times, people

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

T = TypeVar("T")
_YEARS_BACK: Final = 3
_MOST: Final = 12
NOTES: Final = frozenset({"note"})
# Tables no figure rests on: what is only on this computer, on its way, agreed for later, or about reading and files.
UNCOUNTED: Final = frozenset(
    {
        "access", "alert_answer", "appointment", "draft", "export", "form_draft", "outbox", "own_word", "rec", "task",
        "sync_state",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """`names`: person id → name. `silent`: whose rows may be wanting. `own`: the consultant whose rows alone these are.
    What was counted of these rows is theirs, and goes when they go."""

    logs: Logs
    names: Mapping[str, str]
    silent: tuple[Silence, ...]
    own: str | None = None
    _counted: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)

    def counted(self, what: Hashable, count: Callable[[Logs], T]) -> T:
        """What `count` makes of the rows, made once. `what`: all that the answer depends on besides the rows."""
        if what not in self._counted:
            for oldest in [*self._counted][: 1 - _MOST]:
                del self._counted[oldest]
            self._counted[what] = count(self.logs)
        return cast("T", self._counted[what])


def read(vault: Vault, *, now: datetime, whole: bool = False, each: bool = False) -> Read:
    """The rows figures are made of: the team's, or on a consultant's computer their own, as the server tells them nothing
    of a colleague's hours. Read once until something of them changes. `whole`: the colleagues' too. `each`: every row of
    the time log by itself, to look one up."""
    today, zone = now.date(), now.tzinfo

    def reckon(tx: Tx) -> Read:
        of_notes = None if each else partial(_of_notes, vault, tx, now)
        logs = log_rows.read(tx, zone=zone, free_days=free_days(today.year), of_notes=of_notes)
        names, me = people.names(tx), people.me(tx)
        own = None if whole or me.counts_team else me.person
        if own is not None:
            logs = of_consultant(logs, own)
        return Read(logs, names, silent(logs, today), own)

    if each:  # too much to keep for the one question it is read for
        with vault.read() as tx:
            return reckon(tx)
    return vault.remembered(("logs", today, _zone(now), whole), reckon, apart_from=UNCOUNTED)


def _of_notes(vault: Vault, tx: Tx, now: datetime) -> tuple[TimeRow, ...]:
    """By themselves: most of what is written is about a case, and leaves the notes as they were."""
    me, zone = people.me(tx).person, now.tzinfo
    what = ("times of notes", _zone(now), me)
    return vault.memory.recall(what, lambda: tuple(note_times.by_day(tx, zone, me)), rests_on=NOTES)


def _zone(now: datetime) -> str:
    """Two moments of one zone may carry two objects, and one offset be of two zones."""
    return repr(now.tzinfo)


@cache
def free_days(year: int) -> frozenset[date]:
    """Public holidays in Denmark of the year and the three before."""
    import holidays

    return frozenset(holidays.country_holidays("DK", years=range(year - _YEARS_BACK, year + 1)))


__all__ = ["Read", "Silence", "free_days", "read"]
