"""A team leader releases words that only look clinical; answers to the guard are counted by rule, never with the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from app import guard
from app.domain.changes import Changes, Topic
from app.domain.records import GUARD_RELEASE, GUARD_TALLY, Value
from app.guard import Finding, release
from app.services.door import Invalid, Saved
from app.store import people, records, releases

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.OUTBOX})
KEPT, RELEASED = "kept", "released"
_KINDS: Final = (
    ("model", "model"), ("cpr", "cpr"), ("message", "layout"), ("heading", "layout"),
    *((name, "code") for name in ("icd", "sks", "atc", "dose", "edifact")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a writer answered to a finding. `reason`: `everyday`, or one of `guard.release.REASONS`."""

    rule: str
    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Counted:
    changes: Changes = frozenset()


def kind_of(rule: str) -> str:
    """What is told of a rule in figures: its kind, as a rule may bear the word it looks for."""
    if "word:" in rule:
        return "word"
    return next((kind for begins, kind in _KINDS if rule.startswith(begins)), "other")


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
        _tally(vault, tx, kind_of(finding.rule), RELEASED, 1, now)
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


def count(vault: Vault, answers: Iterable[Answer], *, now: datetime) -> Counted:
    """Once here by rule, and once a day by kind of rule for the team's figures."""
    given = tuple(answers)
    with vault.begin() as tx:
        releases.count(tx, [(one.rule, one.answer, one.reason) for one in given])
        for (kind, answer), times in Counter((kind_of(one.rule), one.answer) for one in given).items():
            _tally(vault, tx, kind, answer, times, now)
    return Counted(CHANGES if given else frozenset())


def _tally(vault: Vault, tx: Tx, kind: str, answer: str, times: int, now: datetime) -> None:
    """One record a computer, day, kind and answer: two computers of one person never write the same."""
    me, day = people.me(tx), now.date()
    id = uuid5(NAMESPACE_URL, f"guard-tally:{me.device}:{day}:{kind}:{answer}")
    before = (records.current(tx, GUARD_TALLY, id) or {}).get("times") or 0
    values: dict[str, Value] = {
        "on_day": day, "rule": kind, "answer": answer, "times": before + times, "author": me.person
    }  # fmt: skip
    records.change(tx, GUARD_TALLY, id, values, case=records.Case(), now=now, sign=vault.sign)


def counts(vault: Vault) -> tuple[tuple[Answer, int], ...]:
    """How often each rule was answered how; what a municipality sends back to make the rules better."""
    with vault.read() as tx:
        return tuple((Answer(rule, answer, reason), n) for rule, answer, reason, n in releases.counts(tx))
