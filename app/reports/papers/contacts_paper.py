"""The list of employer contacts: days, employers and codes. No participant and no free text is in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import tzinfo
from uuid import UUID

from app.domain.employer import EmployerContact
from app.domain.log_rows import Period
from app.reports.papers.paper import Block, Paper, Table, Text
from app.reports.papers.words import code, day, span, word
from app.reports.suppress import SMALL


def paper(
    contacts: Iterable[EmployerContact], firms: Mapping[UUID, str], period: Period, *, language: str, foot: str,
    zone: tzinfo | None, leaves: bool = False,
) -> Paper:  # fmt: skip
    """Newest first. `leaves`: outside the team go the employers' names alone, when they are five or more: what each
    contact was about and led to would tell how many found work."""
    if leaves:
        return _names({firms.get(one.employer, "") for one in contacts} - {""}, period, language, foot)
    rows = tuple(
        (
            day(language, one.at.astimezone(zone).date()), firms.get(one.employer, ""),
            code(language, "mode", one.mode.value), code(language, "purpose", one.purpose.value),
            code(language, "outcome", one.outcome.value) if one.outcome else "", one.minutes,
        )
        for one in sorted(contacts, key=lambda c: (c.at, str(c.id)), reverse=True)
    )  # fmt: skip
    heads = tuple(word(language, key) for key in ("day", "employer", "how", "why", "outcome", "minutes"))
    return Paper(
        title=word(language, "contacts"), lines=(span(language, period.first, period.last),),
        personal=word(language, "personal_contacts"), foot=foot,
        blocks=(Table(word(language, "contacts"), heads, rows),), page_word=word(language, "page"),
        of_word=word(language, "of"), language=language,
    )  # fmt: skip


def _names(firms: set[str], period: Period, language: str, foot: str) -> Paper:
    head = word(language, "employers_known")
    block: Block = Text(word(language, "employers_few"))
    if len(firms) >= SMALL:
        block = Table(
            head, (word(language, "employer"),), tuple((name,) for name in sorted(firms, key=str.casefold))
        )
    return Paper(
        title=head, lines=(span(language, period.first, period.last),), personal=word(language, "personal_employers"),
        foot=foot, blocks=(block,), page_word=word(language, "page"), of_word=word(language, "of"), language=language,
    )  # fmt: skip
