"""What was counted, kept until a part of the rows it was counted from is another: the parts are noticed, not declared."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

if TYPE_CHECKING:
    from app.domain.log_rows import Logs, Period
    from app.reports.fact import Fact

T = TypeVar("T")
_MOST: Final = 600  # a page of figures asks about a hundred


class _Watched:
    """Rows that remember which of their parts were looked at."""

    __slots__ = ("_logs", "seen")

    def __init__(self, logs: Logs) -> None:
        self._logs = logs
        self.seen: set[str] = set()

    def __getattr__(self, part: str) -> Any:
        self.seen.add(part)
        return getattr(self._logs, part)


class Kept:
    """An answer holds as long as every part of the rows that was looked at for it is the very same object. Answers may
    be made of answers: who finds one here has looked at its parts."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[dict[str, object], object]] = {}

    def ask(self, what: Hashable, count: Callable[[Logs], T], logs: Logs) -> T:
        """`what`: all that the answer depends on besides the rows."""
        known = self._known.get(what)
        if known is not None and all(getattr(logs, part) is value for part, value in known[0].items()):
            return cast("T", known[1])
        watched = _Watched(logs)
        answer = count(cast("Logs", watched))
        self._known[what] = {part: getattr(logs, part) for part in watched.seen}, answer
        for oldest in [*self._known][:-_MOST]:
            del self._known[oldest]
        return answer

    def fact(self, counter: Callable[[Logs, Period], Fact], logs: Logs, period: Period) -> Fact:
        return self.ask((counter, period), lambda rows: counter(rows, period), logs)


class Anew(Kept):
    """Nothing is kept."""

    def ask(self, what: Hashable, count: Callable[[Logs], T], logs: Logs) -> T:
        del what
        return count(logs)


NOTHING_KEPT: Final = Anew()
