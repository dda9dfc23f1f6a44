"""Where the records lie that rows to count are read from: a consultant's vault, or the jobcenter's server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol

from app.domain.log_rows import TimeRow

Face = tuple[str, str, str, str, str]


class Source(Protocol):
    """`rows` yields, for each record of a type, an object with the columns asked for. `times`: the time
    log. `faces`: of each participant the id, consultant, phase, first day and the CPR's first seven digits, as texts."""

    def rows(self, kind: str, *columns: str) -> Iterator[Any]: ...

    def times(self, me: str) -> Iterator[TimeRow]: ...

    def faces(self) -> Iterator[Face]: ...
