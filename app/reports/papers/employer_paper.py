"""What an employer may be handed: who we are, when we met, and of candidates only what they have agreed may be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.reports.papers.paper import Block, Heading, Paper, Table, Text
from app.reports.papers.words import day, word

HELP = ("help_match", "help_start", "help_contact", "help_rules")


@dataclass(frozen=True, slots=True)
class Introduced:
    """A candidate who has consented. `wording`: what they agreed may be said, nothing where it is told by mouth alone."""

    name: str
    wording: str

    def __repr__(self) -> str:
        return "Introduced()"


def paper(
    firm: str, met: Sequence[date], next_on: date | None, introduced: Sequence[Introduced], *, role: str, caller: str,
    org: str, language: str, foot: str,
) -> Paper:  # fmt: skip
    """No note, no outcome and no purpose of a visit is in it. `role`: how the consultant names the own role."""
    blocks: list[Block] = [
        Heading(word(language, "employer_who")),
        Text(", ".join(part for part in (caller, role, org) if part)),
    ]
    blocks += [Heading(word(language, "employer_help")), *(Text(word(language, key)) for key in HELP)]
    days = tuple((word(language, "employer_met"), day(language, on)) for on in sorted(met))
    if next_on is not None:
        days = (*days, (word(language, "employer_next"), day(language, next_on)))
    if days:
        heads = (word(language, "what"), word(language, "day"))
        blocks.append(Table(word(language, "employer_days"), heads, days))
    for one in introduced:
        blocks += [Heading(one.name, 2), Text(one.wording or word(language, "employer_by_mouth"))]
    personal = "personal_employer_named" if introduced else "personal_employer"
    return Paper(
        title=word(language, "employer_title", firm=firm), lines=(), personal=word(language, personal), foot=foot,
        blocks=tuple(blocks), page_word=word(language, "page"), of_word=word(language, "of"), language=language,
    )  # fmt: skip
