"""Entries of the register that may be one employer: found by number and by name, made one, or said to be two."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain.case_codes import AlertAnswer
from app.domain.changes import Topic
from app.domain.employer import Employer, EmployerRow, Likeness, pairs
from app.domain.records import ALERT_ANSWER, Value
from app.domain.transfer import AlertAnswered
from app.services.door import Saved
from app.store import employers, people, person, records

if TYPE_CHECKING:
    from app.vault.vault import Vault

_RULE: Final = "duplicate"
CHANGES: Final = frozenset({Topic.EMPLOYERS, Topic.OUTBOX})


@dataclass(frozen=True, slots=True)
class Pair:
    """`keep`: the entry with the more visits, or the older one, which the other would go into."""

    keep: Employer
    other: Employer
    why: Likeness

    @property
    def about(self) -> str:
        return ":".join(sorted((str(self.keep.id), str(self.other.id))))


def found(vault: Vault) -> tuple[Pair, ...]:
    """Every two that may be one and that nobody here has said are two; those with a number in common first."""
    with vault.read() as tx:
        rows = {row.employer.id: row for row in employers.register(tx)}
        answered = {one.about for one in person.everything(tx, AlertAnswered) if one.rule == _RULE}
    known = pairs([row.employer for row in rows.values()])
    made = (
        Pair(one, other, why) if _weight(rows[one.id]) <= _weight(rows[other.id]) else Pair(other, one, why)
        for one, other, why in known
    )
    left = (pair for pair in made if pair.about not in answered)
    return tuple(sorted(left, key=lambda pair: (list(Likeness).index(pair.why), pair.keep.name.casefold())))


def apart(vault: Vault, pair: Pair, *, now: datetime) -> Saved:
    """They are two: nobody here is asked again."""
    id = records.new_id()
    with vault.begin() as tx:
        told: dict[str, Value] = {
            "rule": _RULE, "about": pair.about, "answer": AlertAnswer.DONE.value, "owner": people.me(tx).person,
        }  # fmt: skip
        records.write(tx, ALERT_ANSWER, id, told, case=records.Case(own=True), now=now, sign=vault.sign)
    return Saved(id, CHANGES)


def _weight(row: EmployerRow) -> tuple[int, UUID]:
    return -row.visits, row.employer.id
