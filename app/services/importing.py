"""Take in a caseload file: every participant of it, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import caseload_file
from app.domain.caseload_file import Row
from app.domain.changes import Changes, Topic
from app.domain.cpr import Cpr
from app.domain.participant import Participant
from app.domain.records import PARTICIPANT, Value
from app.guard import ClearedText
from app.store import access, caseload, people, records

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.CASELOAD, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class Imported:
    """`created`: new participants; `changed`: known by CPR or case number, with something new; `same`: nothing new."""

    created: int
    changed: int
    same: int
    changes: Changes


def import_caseload(vault: Vault, data: bytes, *, now: datetime, dry_run: bool = False) -> Imported:
    """Raises CaseloadFileRefused with every problem of the file; nothing was stored then. `dry_run` stores nothing
    and says what would be."""
    rows = caseload_file.parse(data).rows
    with vault.read() if dry_run else vault.begin() as tx:
        known = _Known(caseload.all(tx))
        names = {name.casefold(): id for id, name in people.names(tx).items()}
        me = people.me(tx).person
        done = [
            _take_in(vault, tx, row, known.who(row), _writer(row, names, me), now=now, dry_run=dry_run)
            for row in rows
        ]
    return Imported(
        created=done.count("created"),
        changed=done.count("changed"),
        same=done.count("same"),
        changes=frozenset() if dry_run or done.count("same") == len(done) else CHANGES,
    )


class _Known:
    """Who is here already, by CPR first and then by case number."""

    def __init__(self, participants: tuple[Participant, ...]) -> None:
        self._by_cpr = {one.cpr.digits: one.id for one in participants if one.cpr}
        self._by_case = {one.case_no: one.id for one in participants if one.case_no}

    def who(self, row: Row) -> UUID | None:
        cpr, case_no = row.values.get("cpr"), row.values.get("case_no")
        found = self._by_cpr.get(cpr.digits) if isinstance(cpr, Cpr) else None
        if found is None and isinstance(case_no, ClearedText) and case_no.text:
            found = self._by_case.get(case_no.text)
        return found


def _writer(row: Row, names: Mapping[str, str], me: str) -> str:
    """The consultant's person id; the user's own where the file names nobody this computer knows."""
    said = str(row.values.get("consultant") or "").casefold()
    return said if said in names.values() else names.get(said, me)


def _take_in(
    vault: Vault, tx: Tx, row: Row, id: UUID | None, consultant: str, *, now: datetime, dry_run: bool
) -> str:
    values: dict[str, Value] = dict(row.values if id else row.as_new())
    if "consultant" in values or id is None:
        values["consultant"] = consultant
    if id is None:
        id = records.new_id()
        if not dry_run:
            case = records.Case(cand=id)
            records.write(tx, PARTICIPANT, id, values, case=case, now=now, sign=vault.sign)
            access.log(tx, id, access.Action.CREATE, now=now)
        return "created"
    news = records.differing(tx, PARTICIPANT, id, values)
    if news and not dry_run:
        records.write(tx, PARTICIPANT, id, news, case=records.Case(cand=id), now=now, sign=vault.sign)
        access.log(tx, id, access.Action.EDIT, now=now)
    return "changed" if news else "same"
