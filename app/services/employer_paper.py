"""Gathers what an employer may be handed. Whoever has not consented, and every word of illness, stays out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app import guard
from app.domain import consent, disclosure
from app.domain.consent import Consent, ConsentKind
from app.reports.papers import employer_paper
from app.reports.papers.employer_paper import Introduced
from app.reports.papers.paper import Paper
from app.reports.papers.words import word
from app.store import caseload, employers, people, person, work

if TYPE_CHECKING:
    from app.store import Tx


def paper(
    tx: Tx, employer: UUID, *, language: str, foot: str, org: str, now: datetime
) -> tuple[Paper, tuple[UUID, ...]] | None:
    """The paper, and who is named in it; None for an employer that is not there."""
    whom = employers.canonical(tx, employer)
    firm = employers.get(tx, whom)
    if firm is None:
        return None
    contacts = employers.contacts(tx, whom)
    met = sorted({one.at.astimezone(now.tzinfo).date() for one in contacts if one.mode.value == "in_person"})
    ahead = [one.next_on for one in contacts if one.next_on is not None and one.next_on >= now.date()]
    about = dict.fromkeys(id for one in contacts for id in one.participants)
    told = {id: said for id in about if (said := _introduced(tx, id, employers.aliases(tx, whom), whom, now))}
    made = employer_paper.paper(
        firm.name, met[-3:], min(ahead, default=None), tuple(told.values()), role=word(language, "employer_role"),
        caller=people.me(tx).name, org=org, language=language, foot=foot,
    )  # fmt: skip
    return made, tuple(told)


def _introduced(tx: Tx, id: UUID, aliases: frozenset[UUID], whom: UUID, now: datetime) -> Introduced | None:
    """Only with a consent that holds today to contact employers, and an agreement that the consultant may tell."""
    today = now.date()
    if not consent.may_use(person.of_participant(tx, Consent, id), ConsentKind.CONTACT_EMPLOYER, today):
        return None
    sheets = [
        disclosure.at_employer(one, whom) if one.employer in aliases else one for one in work.sheets(tx, [id])
    ]
    say = disclosure.may_be_said(id, sheets, whom, today)
    if not say.may_tell:
        return None
    return Introduced(caseload.names(tx, [id])[id], "" if guard.review(say.wording) else say.wording)
