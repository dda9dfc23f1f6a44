"""Acts of a fidelity review: begin, approve, score apart and seal, open when both are in, recommend, close.

Those who review and the team leader say what a score is; everybody else of the jobcenter may read along.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final
from uuid import UUID

from app.domain import review as words
from app.domain.changes import Changes, Topic
from app.domain.log_rows import Period
from app.domain.records import (
    FIDELITY_EVIDENCE,
    FIDELITY_OPENED,
    FIDELITY_REVIEW,
    FIDELITY_SCORE,
    FIDELITY_SEAL,
    TASK,
    Value,
)
from app.domain.review import Review, ReviewKind
from app.reports import fidelity, frozen, periods, scale
from app.reports.scale import HIGHEST, LOWEST
from app.services import calendar
from app.services import logs as reading
from app.services.door import Held, Invalid, Saved, typed
from app.store import people, records, review

if TYPE_CHECKING:
    from app.store import Tx
    from app.vault.vault import Vault

CHANGES: Final = frozenset({Topic.FIDELITY, Topic.OUTBOX})
_ALL: Final = records.Case()
_SALT_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class NotYet:
    """Nothing was written. `why`: `open_items` of them are not set, `sealed`, `not_reviewer`, `not_leader`, `closed`,
    `together` or `drawn`."""

    why: str
    open_items: int = 0


def begin(
    vault: Vault, *, kind: ReviewKind, now: datetime, months: int = 6, first: str = "", second: str = "",
    used: str = scale.DEFAULT,
) -> Saved | Invalid | NotYet:  # fmt: skip
    """Freeze the period that ends today, with what the logs say and propose for each item. In a jobcenter it is the
    leader who begins, and says who reviews: `first`, who is the leader where nobody is named, and `second`. `used`: a
    scale's id."""
    if kind is not ReviewKind.SELF and not second:
        return Invalid("second", "missing")
    read = reading.read(vault, now=now)
    chosen = scale.load(used)
    period = periods.last_months(now.date(), months)
    id = records.new_id()
    with vault.begin() as tx:
        user = people.me(tx)
        me, one = user.person, first or user.person
        if user.feed is not None and not user.leads:
            return NotYet("not_leader")
        if any(found.closed_at is None for found in review.reviews(tx)):
            return Invalid("review", "open")
        if second == one and second:
            return Invalid("second", "same")
        values: dict[str, Value] = {
            "scale": chosen.id, "kind": kind.value, "first_day": period.first, "last_day": period.last,
            "reviewer_one": one, "reviewer_two": second, "begun_at": now, "closed_at": None, "author": me,
        }  # fmt: skip
        records.write(tx, FIDELITY_REVIEW, id, values, case=_ALL, now=now, sign=vault.sign)
        items = fidelity.compute(chosen, read.logs, Period(period.first, period.last))
        evidence: dict[str, Value] = {
            "review": id,
            "told": frozen.packed(items, read.silent(period.last)),
            "frozen_at": now,
            "author": me,
        }
        records.write(
            tx, FIDELITY_EVIDENCE, words.evidence_id(id), evidence, case=_ALL, now=now, sign=vault.sign
        )
        for item in items:
            if item.proposal is not None:
                _put(vault, tx, id, item.item.code, {"proposed": item.proposal}, now)
    return Saved(id, CHANGES)


def approve(
    vault: Vault, id: UUID, item: str, *, score: int | None, now: datetime, cannot: bool = False
) -> Saved | Invalid | NotYet:
    """The named person who is logged in says that the score is so. `score` None with `cannot`: cannot be assessed;
    None without: nobody has said."""
    with vault.begin() as tx:
        one = _judged(tx, id)
        if isinstance(one, NotYet):
            return one
        if problem := _wrong(scale.load(one.scale).item(item).ceiling, score):
            return problem
        if len(one.reviewers) > 1 and not _both_in(tx, one):
            return NotYet("together")
        said = score is not None or cannot
        values: dict[str, Value] = {
            "score": None if cannot else score, "cannot": int(cannot),
            "approved_by": (people.me(tx).person or people.me(tx).name) if said else "", "approved_at": now if said else None,
        }  # fmt: skip
        _put(vault, tx, id, item, values, now)
    return Saved(words.score_id(id, item), CHANGES)


def tick(vault: Vault, id: UUID, item: str, ticks: tuple[str, ...], *, now: datetime) -> Saved | NotYet:
    """Which components are met."""
    with vault.begin() as tx:
        one = _judged(tx, id)
        if isinstance(one, NotYet):
            return one
        known = {component.code for component in scale.load(one.scale).item(item).components}
        _put(vault, tx, id, item, {"ticks": ",".join(code for code in ticks if code in known)}, now)
    return Saved(words.score_id(id, item), CHANGES)


def remark(
    vault: Vault, id: UUID, item: str, *, comment: str, recommendation: str, now: datetime,
    kept: frozenset[str] = frozenset(),
) -> Saved | Held | Invalid | NotYet:  # fmt: skip
    """What the reviewers want to say about an item, and what they recommend."""
    told = {"comment": comment, "recommendation": recommendation}
    values = typed(FIDELITY_SCORE, told, kept=kept)
    if isinstance(values, Held | Invalid):
        return values
    with vault.begin() as tx:
        one = _judged(tx, id)
        if isinstance(one, NotYet):
            return one
        _put(vault, tx, id, item, values, now)
    return Saved(words.score_id(id, item), CHANGES)


def recommend(
    vault: Vault, id: UUID, item: str, *, due_on: date | None, now: datetime, owner: str = ""
) -> Saved | Held | Invalid | NotYet:
    """The recommendation becomes a task, once: of the person who is logged in, or of `owner`. Like the recommendation
    itself it is the whole jobcenter's to read."""
    with vault.begin() as tx:
        one = next((r for r in review.reviews(tx) if r.id == id), None)
        if one is None or not _judges(tx, one):
            return NotYet("not_reviewer")
        found = review.scores(tx, id).get(item)
        if found is None or not found.recommendation:
            return Invalid("recommendation", "missing")
        if found.task is not None:
            return Invalid("task", "final")
        if owner and owner not in people.names(tx):
            return Invalid("owner", "unknown")
        values = typed(TASK, {"title": found.recommendation, "due_on": due_on})
        if isinstance(values, Held | Invalid):
            return values
        made = records.new_id()
        whole: dict[str, Value] = {**values, "owner": owner or people.me(tx).person}
        records.write(tx, TASK, made, whole, case=_ALL, now=now, sign=vault.sign)
        _put(vault, tx, id, item, {"task": made}, now)
    return Saved(made, calendar.TASKS | CHANGES)


def score_apart(
    vault: Vault, id: UUID, item: str, *, score: int | None, cannot: bool = False
) -> Saved | Invalid | NotYet:
    """A reviewer's own score. It is kept on this computer alone until both reviewers have sealed theirs."""
    with vault.begin() as tx:
        one, mine = _open(tx, id), review.own(tx, id)
        if one is None:
            return NotYet("closed")
        used = scale.load(one.scale)
        codes = tuple(part.code for part in used.items)
        if problem := _wrong(used.item(item).ceiling, score):
            return problem
        if people.me(tx).person not in one.reviewers:
            return NotYet("not_reviewer")
        if mine is not None and mine.sealed:
            return NotYet("sealed")
        now_given = words.unpacked(mine.scores, codes) if mine else {}
        given: dict[str, int | None] = {**now_given, item: None if cannot else score}
        if score is None and not cannot:
            del given[item]
        salt = mine.salt if mine else secrets.token_hex(_SALT_BYTES)
        review.keep_own(tx, id, review.Own(words.packed(given, codes), salt, sealed=False))
    return Saved(id, frozenset({Topic.FIDELITY}))


def seal(vault: Vault, id: UUID, *, now: datetime) -> Saved | NotYet:
    """Hand in the own scores: from here on they are final. Only their digest leaves this computer."""
    with vault.begin() as tx:
        one, mine, me = _open(tx, id), review.own(tx, id), people.me(tx).person
        if one is None:
            return NotYet("closed")
        codes = tuple(part.code for part in scale.load(one.scale).items)
        if me not in one.reviewers:
            return NotYet("not_reviewer")
        given = words.unpacked(mine.scores, codes) if mine else {}
        if mine is None or len(given) < len(codes):
            return NotYet("open_items", len(codes) - len(given))
        if not mine.sealed:
            review.keep_own(tx, id, review.Own(mine.scores, mine.salt, sealed=True))
            values: dict[str, Value] = {
                "review": id, "reviewer": me, "digest": words.digest(id, me, mine.salt, mine.scores), "sealed_at": now,
            }  # fmt: skip
            records.write(
                tx, FIDELITY_SEAL, words.seal_id(id, me), values, case=_ALL, now=now, sign=vault.sign
            )
    open_when_both_in(vault, now=now)
    return Saved(id, CHANGES)


def open_when_both_in(vault: Vault, *, now: datetime) -> Saved | None:
    """Tell the own scores of the open review, if both reviewers' seals are here and they are not told yet."""
    with vault.begin() as tx:
        me = people.me(tx).person
        one = next((r for r in review.reviews(tx) if r.closed_at is None), None)
        if one is None or me not in one.reviewers or not _both_in(tx, one):
            return None
        mine = review.own(tx, one.id)
        if mine is None or not mine.sealed or me in review.opened(tx, one.id):
            return None
        values: dict[str, Value] = {
            "review": one.id, "reviewer": me, "salt": mine.salt, "scores": mine.scores,
        }  # fmt: skip
        records.write(
            tx, FIDELITY_OPENED, words.seal_id(one.id, me), values, case=_ALL, now=now, sign=vault.sign
        )
    return Saved(one.id, CHANGES)


def close(vault: Vault, id: UUID, *, now: datetime) -> Saved | NotYet:
    """The scores stand; items nobody has spoken of keep it open."""
    with vault.begin() as tx:
        one = _judged(tx, id)
        if isinstance(one, NotYet):
            return one
        found = review.scores(tx, id)
        said = {code for code, s in found.items() if s.score is not None or s.cannot}
        left = len(scale.load(one.scale).items) - len(said)
        if left:
            return NotYet("open_items", left)
        records.write(tx, FIDELITY_REVIEW, id, {"closed_at": now}, case=_ALL, now=now, sign=vault.sign)
    return Saved(id, CHANGES)


def _both_in(tx: Tx, one: Review) -> bool:
    return set(one.reviewers) <= review.seals(tx, one.id).keys()


def _open(tx: Tx, id: UUID) -> Review | None:
    found = (one for one in review.reviews(tx) if one.id == id and one.closed_at is None)
    return next((one for one in found if scale.known(one.scale)), None)


def _judged(tx: Tx, id: UUID) -> Review | NotYet:
    """The open review, where the person who is logged in may say what a score is."""
    one = _open(tx, id)
    if one is None:
        return NotYet("closed")
    return one if _judges(tx, one) else NotYet("not_reviewer")


def _judges(tx: Tx, one: Review) -> bool:
    me = people.me(tx)
    return words.may_judge(one, me.person, leads=me.leads)


def _wrong(ceiling: int, score: int | None) -> Invalid | None:
    fits = score is None or LOWEST <= score <= min(ceiling, HIGHEST)
    return None if fits else Invalid("score", "range")


def _put(vault: Vault, tx: Tx, id: UUID, item: str, values: Mapping[str, Value], now: datetime) -> None:
    whole: dict[str, Value] = {"review": id, "item": item, **values}
    records.change(
        tx, FIDELITY_SCORE, words.score_id(id, item), whole, case=_ALL, now=now, sign=vault.sign
    )  # fmt: skip


__all__ = [
    "Changes",
    "NotYet",
    "approve",
    "begin",
    "close",
    "open_when_both_in",
    "recommend",
    "remark",
    "score_apart",
    "seal",
    "tick",
]
