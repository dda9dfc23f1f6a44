"""A team leader releases words that only look clinical; answers to the guard are counted by rule, never with the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app import guard
from app.domain.changes import Changes, Topic
from app.domain.records import GUARD_RELEASE, Value
from app.guard import Finding, release
from app.services.door import Invalid, Saved
from app.store import people, records, releases

if TYPE_CHECKING:
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.OUTBOX})
KEPT, RELEASED = "kept", "released"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a writer answered to a finding. `reason`: `everyday`, or one of `guard.release.REASONS`."""

    rule: str
    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    changes: Changes = frozenset()


def may_release(vault: Vault) -> bool:
    with vault.read() as tx:
        return people.me(tx).leads


def put_out(vault: Vault, *, text: str, finding: Finding, reason: str, now: datetime) -> Saved | Invalid:
    """From now on these words of this category pass, here and at every colleague's. Signed as the leader's own act.

    `Invalid("finding", "final")` where no rule of the kind that may be released has found them; `"unknown"` for
    whoever does not lead.
    """
    words = text[finding.start : finding.end]
    if reason not in release.REASONS:
        return Invalid("reason", "shape")
    if finding not in guard.review(text) or not release.is_marked(finding):
        return Invalid("finding", "final")
    made = release.Release.of(finding.category, words)
    with vault.begin() as tx:
        me = people.me(tx)
        if not me.leads:
            return Invalid("person", "unknown")
        values: dict[str, Value] = {
            "category": made.category, "salt": made.salt, "digest": made.digest, "rule": finding.rule[:80],
            "reason": reason, "author": me.person,
        }  # fmt: skip
        id = records.new_id()
        records.write(tx, GUARD_RELEASE, id, values, case=records.Case(), now=now, sign=vault.sign)
        releases.count(tx, [(finding.rule, RELEASED, reason)])
        release.hold(releases.in_force(tx))
    return Saved(id, CHANGES)


def take_back(vault: Vault, id: UUID, *, now: datetime) -> Saved | Invalid:
    with vault.begin() as tx:
        if not people.me(tx).leads:
            return Invalid("person", "unknown")
        values: dict[str, Value] = {"ended_on": now.date()}
        records.change(tx, GUARD_RELEASE, id, values, case=records.Case(), now=now, sign=vault.sign)
        release.hold(releases.in_force(tx))
    return Saved(id, CHANGES)


def count(vault: Vault, answers: Iterable[Answer]) -> Counted:
    with vault.begin() as tx:
        releases.count(tx, [(one.rule, one.answer, one.reason) for one in answers])
    return Counted()


def counts(vault: Vault) -> tuple[tuple[Answer, int], ...]:
    """How often each rule was answered how; what a municipality sends back to make the rules better."""
    with vault.read() as tx:
        return tuple((Answer(rule, answer, reason), n) for rule, answer, reason, n in releases.counts(tx))
