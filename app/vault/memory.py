"""What was reckoned from the vault's rows: kept until a row it rests on changes, gone when the vault closes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from typing import TypeVar, cast

T = TypeVar("T")
_MOST = 64


class Memory:
    """Both sides hold the vault's one connection meanwhile: who reckons reads in a transaction, and a writing
    transaction says what it touched before its end. So an answer is never older than the rows."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Matters, object]] = {}

    def recall(
        self,
        what: Hashable,
        reckon: Callable[[], T],
        *,
        rests_on: frozenset[str] | None = None,
        apart_from: frozenset[str] = frozenset(),
    ) -> T:
        """The answer known under `what`, else a new one. It rests on the rows of these tables, or of all `apart_from`
        those."""
        if what in self._known:
            return cast("T", self._known[what][1])
        made = reckon()
        self._known[what] = partial(_matter, rests_on, apart_from), made
        for oldest in [*self._known][:-_MOST]:
            del self._known[oldest]
        return made

    def touched(self, tables: frozenset[str] | None) -> None:
        """Rows of these tables are about to change; None where nobody can say which."""
        for what, (matters, _) in [*self._known.items()]:
            if tables is None or matters(tables):
                del self._known[what]


Matters = Callable[[frozenset[str]], bool]


def _matter(rests_on: frozenset[str] | None, apart_from: frozenset[str], touched: frozenset[str]) -> bool:
    return bool(touched - apart_from if rests_on is None else touched & rests_on)
