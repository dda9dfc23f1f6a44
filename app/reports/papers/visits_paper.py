"""The list for the car: when, where and with whom at the employer. No candidate and no appointment's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, tzinfo
from uuid import UUID

from app.domain.calendar import Appointment
from app.domain.employer import Employer
from app.reports.papers.paper import Block, Paper, Table, Text
from app.reports.papers.words import day, span, word


def paper(
    visits: Iterable[Appointment], firms: Mapping[UUID, Employer], first: date, last: date, *, language: str, foot: str,
    zone: tzinfo | None,
) -> Paper:  # fmt: skip
    """One table a day, in the order of the clock. An appointment's title may name a candidate, so it is left out."""
    by_day: dict[date, list[tuple[str, ...]]] = {}
    for one in sorted(visits, key=lambda visit: (visit.starts_at, str(visit.id))):
        firm = firms.get(one.employer) if one.employer else None
        if firm is not None:
            at = one.starts_at.astimezone(zone)
            by_day.setdefault(at.date(), []).append(_row(at, firm))
    heads = tuple(word(language, key) for key in ("clock", "employer", "address", "who_there", "phone"))
    blocks: list[Block] = [Table(day(language, on), heads, tuple(rows)) for on, rows in by_day.items()]
    return Paper(
        title=word(language, "visits"), lines=(span(language, first, last),),
        personal=word(language, "personal_employers"), foot=foot,
        blocks=tuple(blocks) or (Text(word(language, "no_visits")),), page_word=word(language, "page"),
        of_word=word(language, "of"), language=language,
    )  # fmt: skip


def _row(at: datetime, firm: Employer) -> tuple[str, ...]:
    where = ", ".join(part for part in (firm.address, firm.city) if part)
    return f"{at:%H.%M}", firm.name, where, firm.contact_person, firm.phone
