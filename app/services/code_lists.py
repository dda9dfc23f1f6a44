"""The dated lists in force: those that came with the program, and signed files that take over from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from app.domain import benefits, code_list, employment_form
from app.domain.changes import Changes, Topic
from app.domain.code_list import CodeLists
from app.errors import ListRefused
from app.protocol.signed_file import LIST, RATES
from app.store import code_lists, sync_state
from app.sync import signed_file

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

BRANCHES: Final = "db07"
CHANGES: Final = frozenset({Topic.CASELOAD})


@dataclass(frozen=True, slots=True)
class TakenIn:
    """`name` and `valid_from` of the list that holds from now on."""

    name: str
    valid_from: date
    changes: Changes


def lists(vault: Vault) -> CodeLists:
    with vault.read() as tx:
        return read(tx)


def branches(vault: Vault, day: date) -> tuple[str, ...]:
    """What an employer's line of business may be called, number first, in the words that hold that day."""
    with vault.read() as tx:
        return tuple(code.words["da"] for code in read(tx).choices(BRANCHES, day))


def read(tx: Tx) -> CodeLists:
    """Shipped first, so that a signed file of the same first day takes their place."""
    taken = tuple(code_list.parse(body) for body in code_lists.bodies(tx))
    return code_list.together((*code_list.shipped(), *taken))


def forms(tx: Tx) -> CodeLists:
    """The employment forms alone, which every job that is written asks for."""
    taken = tuple(code_list.parse(body) for body in code_lists.bodies(tx, employment_form.LIST))
    known = (one for one in code_list.shipped() if one.name == employment_form.LIST)
    return code_list.together((*known, *taken))


def outdated(tx: Tx, today: date) -> tuple[str, ...]:
    return read(tx).outdated(today)


def take_in(vault: Vault, data: bytes, *, now: datetime) -> TakenIn:
    """A list or the rates of a year, signed by the jobcenter's server. Raises ListRefused: neither, or not signed."""
    with vault.read() as tx:
        server = sync_state.who(tx).server
    if server is None:
        raise ListRefused("no-jobcenter")
    kind, body = _opened(data, str(server["key"]))
    try:
        name, first = _read_as(kind, body)
    except (ValueError, KeyError, TypeError):
        raise ListRefused("shape") from None
    with vault.begin() as tx:
        code_lists.keep(tx, name, first, body, signed_by=str(server["key"]), now=now)
    return TakenIn(name, first, CHANGES)


def _opened(data: bytes, key: str) -> tuple[str, dict[str, Any]]:
    """Which of the two kinds of signed file it is, and what is in it."""
    try:
        return LIST, signed_file.open(data, key=key, kind=LIST)
    except ListRefused as refused:
        if refused.reason != "kind":
            raise
    return RATES, signed_file.open(data, key=key, kind=RATES)


def _read_as(kind: str, body: dict[str, Any]) -> tuple[str, date]:
    if kind == RATES:
        return code_lists.RATES, benefits.parse(body).valid_from
    found = code_list.parse(body)
    return found.name, found.valid_from
