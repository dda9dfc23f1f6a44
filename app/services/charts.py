"""Charts for a review: draw a sample, and who each number is, on the computer that drew."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain import review as words
from app.domain.changes import Topic
from app.domain.log_rows import Period
from app.domain.records import FIDELITY_CHARTS, Value
from app.reports import charts as drawing
from app.reports.charts import Chart
from app.services import logs as reading
from app.services.door import Saved
from app.services.reviewing import NotYet
from app.store import access, caseload, people, records, review

if TYPE_CHECKING:
    from app.vault.vault import Vault


def draw(vault: Vault, id: UUID, *, now: datetime, size: int = drawing.SIZE) -> Saved | NotYet:
    """At most `size` courses of the review's period, by lot, in numbers under a number each. A review draws once.

    Everybody sees the numbers; whose they are stays on this computer, in its user's access log.
    """
    read = reading.read(vault, now=now)
    with vault.begin() as tx:
        one = next((r for r in review.reviews(tx) if r.id == id and r.closed_at is None), None)
        if one is None:
            return NotYet("closed")
        me = people.me(tx)
        if not words.may_judge(one, me.person, leads=me.leads):
            return NotYet("not_reviewer")
        if review.told(tx, "fidelity_charts", id):
            return NotYet("drawn")
        period = Period(one.first_day, one.last_day)
        pool = [course.id for course in drawing.candidates(read.logs, period)]
        if not pool:
            return NotYet("nobody")
        lot = secrets.SystemRandom().sample(pool, min(size, len(pool)))
        whose = dict(enumerate(lot, 1))
        told = tuple(drawing.chart(read.logs, one_, number, period) for number, one_ in whose.items())
        values: dict[str, Value] = {
            "review": id, "told": drawing.packed(told), "drawn_at": now, "author": me.person,
        }  # fmt: skip
        records.write(
            tx, FIDELITY_CHARTS, words.charts_id(id), values, case=records.Case(), now=now, sign=vault.sign
        )
        review.keep_drawn(tx, id, whose)
        for participant in lot:
            access.log(tx, participant, access.Action.VIEW, now=now)
    return Saved(id, frozenset({Topic.FIDELITY, Topic.OUTBOX}))


@dataclass(frozen=True, slots=True)
class Drawn:
    """`who`: number → name, on the computer that drew; empty on every other."""

    charts: tuple[Chart, ...]
    who: Mapping[int, str]

    def __repr__(self) -> str:
        return f"Drawn({len(self.charts)})"


def drawn(vault: Vault, id: UUID) -> Drawn:
    """A review's charts, none where nothing is drawn yet."""
    with vault.read() as tx:
        text, whose = review.told(tx, "fidelity_charts", id), review.drawn(tx, id)
        names = caseload.names(tx, list(whose.values()))
    who = {number: names.get(participant, "") for number, participant in whose.items()}
    return Drawn(drawing.unpacked(text) if text else (), who)
