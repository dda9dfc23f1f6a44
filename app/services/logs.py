"""The rows behind the figures: read once from the vault, with Denmark's public holidays and who has been silent."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import cache, partial
from typing import TYPE_CHECKING, Final, TypeVar

from app.domain import holidays
from app.domain.log_rows import Logs, TimeRow
from app.reports.figures import of_consultant
from app.reports.kept import Kept
from app.reports.silence import Silence, silent
from app.services import code_lists
from app.store import log_rows, note_times, people
from app.store.tables import RECORDS

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

T = TypeVar("T")
_YEARS_BACK: Final = 3
NOTES: Final = frozenset({"note"})
_NOTHING: Final[frozenset[str]] = frozenset()
# Tables no figure rests on: what is only on this computer, on its way, agreed for later, or about reading and files.
UNCOUNTED: Final = frozenset(
    {
        "access", "alert_answer", "appointment", "draft", "export", "form_draft", "outbox", "own_word", "rec", "task",
        "sync_state",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Read:
    """`names`: person id → name. `own`: the consultant whose rows alone these are.
    `kept`: what was counted of these rows, and of those before them where they are the same."""

    logs: Logs
    names: Mapping[str, str]
    own: str | None = None
    kept: Kept = field(default_factory=Kept, repr=False, compare=False)

    def silent(self, last: date) -> tuple[Silence, ...]:
        """Whose rows of the days up to `last` may be wanting."""
        return self.kept.ask(("silent", last), lambda rows: silent(rows, last), self.logs)

    def counted(self, what: Hashable, count: Callable[[Logs], T]) -> T:
        """What `count` makes of the rows, made once. `what`: all that the answer depends on besides the rows."""
        return self.kept.ask(what, count, self.logs)


@dataclass(slots=True)
class _Shelf:
    """What stays from one reading to the next: the rows of the last one, and what was counted."""

    logs: Logs = field(default_factory=Logs)
    kept: Kept = field(default_factory=Kept)

    def same(self, logs: Logs) -> Logs:
        """The rows, in the parts of the last reading where those are equal; the last ones where all of them are."""
        mine = (one.name for one in fields(logs))
        if all(getattr(logs, name) is getattr(self.logs, name) for name in mine if name != "workers"):
            if logs.workers == self.logs.workers:
                return self.logs
        elif logs.workers == self.logs.workers:
            logs = replace(logs, workers=self.logs.workers)
        self.logs = logs
        return logs


def read(vault: Vault, *, now: datetime, whole: bool = False, each: bool = False) -> Read:
    """The rows figures are made of: the team's, or on a consultant's computer their own, as the server tells them nothing
    of a colleague's hours. Read once until something of them changes. `whole`: the colleagues' too. `each`: every row of
    the time log by itself, to look one up."""
    today, zone = now.date(), now.tzinfo

    def reckon(tx: Tx) -> Read:
        names, me = people.names(tx), people.me(tx)
        own = None if whole or me.counts_team else me.person
        lists, free = partial(code_lists.read, tx), free_days(today.year)
        if each:
            logs = log_rows.read(tx, zone=zone, today=today, lists=lists, free_days=free)
            shelf = _Shelf()
        else:
            keep, of_notes = _Keeper(vault, (_zone(now), me.person)), partial(_of_notes, vault, tx, now)
            logs = log_rows.read(
                tx, zone=zone, today=today, lists=lists, free_days=free, of_notes=of_notes, keep=keep
            )
            shelf = vault.memory.recall(("counted", _zone(now), own), _Shelf, rests_on=_NOTHING)
        if own is not None:
            logs = of_consultant(logs, own)
        logs = shelf.same(logs)
        return Read(logs, names, own, shelf.kept)

    if each:  # too much to keep for the one question it is read for
        with vault.read() as tx:
            return reckon(tx)
    return vault.remembered(("logs", today, _zone(now), whole), reckon, apart_from=UNCOUNTED)


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Keeps each part of the rows until one of its tables changes. `apart`: what besides the rows decides how they are
    read."""

    vault: Vault
    apart: Hashable

    def __call__(self, what: str, kinds: frozenset[str], make: Callable[[], T]) -> T:
        tables = frozenset(RECORDS[kind].name if kind in RECORDS else kind for kind in kinds)
        return self.vault.memory.recall(("rows", what, self.apart), make, rests_on=tables)


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
    return holidays.of_years(range(year - _YEARS_BACK, year + 1))


__all__ = ["Read", "Silence", "free_days", "read"]
