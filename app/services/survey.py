"""The yearly implementation survey: what only a person knows is kept by year, the rest is counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.changes import Topic
from app.domain.records import SURVEY_ANSWER
from app.reports.survey import QUESTIONS
from app.services.door import Held, Invalid, Saved, typed
from app.store import people, records, review

if TYPE_CHECKING:
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.FIDELITY, Topic.OUTBOX})
MOST: Final = 100_000


def answers(vault: Vault, year: int) -> dict[str, int | str]:
    """What has been answered for a year."""
    with vault.read() as tx:
        found = review.answers(tx, year)
    return {code: words if number is None else number for code, (number, words, _) in found.items()}


def answer(
    vault: Vault,
    year: int,
    said: Mapping[str, int | str],
    *,
    now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid:
    """All of a year's answers at once; the same record on every computer for each question."""
    first: UUID = uuid5(NAMESPACE_URL, f"survey:{year}")
    ready = []
    for one in QUESTIONS:
        given = said.get(one.code, "")
        if one.choices and given not in ("", *one.choices):
            return Invalid(one.code, "unknown")
        if one.number and given != "" and not 0 <= int(given) <= MOST:
            return Invalid(one.code, "range")
        cleared = typed(SURVEY_ANSWER, {"words": "" if one.number else str(given)}, kept=kept)
        if isinstance(cleared, Invalid):
            return Invalid(one.code, cleared.reason)
        if isinstance(cleared, Held):
            return Held({one.code: cleared.findings["words"]})
        number = int(given) if one.number and given != "" else None
        ready.append((one.code, {"year": year, "question": one.code, "number": number, **cleared}))
    with vault.begin() as tx:
        me = people.me(tx).person
        for code, values in ready:
            whole = {**values, "author": me, "counted_on": now.date()}
            id = uuid5(NAMESPACE_URL, f"survey:{year}:{code}")
            records.change(tx, SURVEY_ANSWER, id, whole, case=records.Case(), now=now, sign=vault.sign)
    return Saved(first, CHANGES)
