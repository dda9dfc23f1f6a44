"""Where nobody keeps a time log: the minutes of notes, each row by itself, or a day's of one place as one row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo

import sqlalchemy as sa

from app.domain.log_rows import TimeRow
from app.store.tables import note

# As the index `note_spent` has it, word for word: a value that is bound would not find it.
_SPENT = sa.text("note.minutes > 0 AND note.title <> ''")
_DAY = timedelta(days=1)


def each(tx: sa.Connection, zone: tzinfo | None, me: str) -> Iterator[TimeRow]:
    """A row a note. What for is not said."""
    n = note.c
    for row in tx.execute(sa.select(n.id, n.happened_at, n.author, n.minutes, n.place).where(*_counted())):
        on = _day(row.happened_at, zone)
        yield TimeRow(row.id, on, row.author or me, row.minutes, None, row.place or None, "note")


def by_day(tx: sa.Connection, zone: tzinfo | None, me: str) -> Iterator[TimeRow]:
    """What one writer spent in one kind of place on one day, as one row under the id of one of its notes."""
    first, last = tx.execute(
        sa.select(sa.func.min(note.c.happened_at), sa.func.max(note.c.happened_at)).where(_SPENT)
    ).one()
    for since, until, minutes in stretches(first, last, zone) if first else ():
        n = note.c
        on = sa.func.date(sa.type_coerce(n.happened_at, sa.Text), f"{minutes:+d} minutes")
        query = (
            sa.select(
                sa.func.min(n.id),
                on,
                n.author,
                sa.func.sum(n.minutes),
                n.place,
                sa.func.count().label("rows"),
            )
            .where(*_counted(), n.happened_at >= since, n.happened_at < until)
            .group_by(on, n.author, n.place)
        )
        for id, day, author, spent, place, rows in tx.execute(query):
            whose = author or me
            yield TimeRow(id, date.fromisoformat(day), whose, spent, None, place or None, "note", rows)


def _counted() -> tuple[sa.ColumnElement[bool] | sa.TextClause, ...]:
    """A note that was corrected is counted in what corrects it."""
    later = note.alias()
    corrected = sa.select(later.c.corrects).where(later.c.corrects.is_not(None))
    return _SPENT, note.c.id.not_in(corrected)


def stretches(
    first: datetime, last: datetime, zone: tzinfo | None
) -> Iterator[tuple[datetime, datetime, int]]:
    """The time from `first` to `last` cut where the clock is changed: since, until, and minutes ahead of UTC."""
    end = last.astimezone(UTC) + _DAY
    since = first.astimezone(UTC)
    here = _ahead(since, zone)
    day = since
    while day < end:
        following = min(day + _DAY, end)
        if _ahead(following, zone) != here:
            change = _change(day, following, zone)
            yield since, change, here
            since, here = change, _ahead(following, zone)
        day = following
    yield since, end, here


def _change(before: datetime, after: datetime, zone: tzinfo | None) -> datetime:
    """The first whole minute by the new clock."""
    before = before.replace(second=0, microsecond=0)
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) // 2
        middle = middle.replace(second=0, microsecond=0)
        if middle == before:
            break
        if _ahead(middle, zone) == _ahead(before, zone):
            before = middle
        else:
            after = middle
    return after.replace(second=0, microsecond=0)


def _ahead(at: datetime, zone: tzinfo | None) -> int:
    offset = None if zone is None else at.astimezone(zone).utcoffset()
    return 0 if offset is None else int(offset / timedelta(minutes=1))


def _day(at: datetime, zone: tzinfo | None) -> date:
    return at.astimezone(zone).date() if zone is not None else at.date()
