"""The leader's card of I dag: who has how many cases, what waits for a signature, which contacts to go through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from app.services.leader import TeamView
from ui.text import dates
from ui.widgets.row_list import Row

translate = QCoreApplication.translate
REVIEW = "review"
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A row about a case that is not here."""

    participant: UUID
    case_no: str


def rows(team: TeamView, now: datetime) -> tuple[Row, ...]:
    """Figures and case numbers; a row with something to do comes first. No candidate is named."""
    return (*_review(team), *_signing(team, now), *_drafts(team, now), *_people(team), *_overdue(team))


def _review(team: TeamView) -> tuple[Row, ...]:
    if not team.unreviewed:
        return ()
    words = _count(translate("Team", "Arbejdsgiverkontakter at se igennem: %1"), len(team.unreviewed))
    beside = translate("Team", "De seneste fire uger. Enter: se dem. Mellemrum: alle er set igennem")
    return (
        Row(
            REVIEW, "building-2", words, beside, act=translate("Team", "Åbn"), tone="warnText", tickable=True
        ),
    )


def _signing(team: TeamView, now: datetime) -> tuple[Row, ...]:
    return tuple(
        Row(
            one.participant,
            "pencil",
            translate("Team", "Afsluttet forløb venter på din underskrift"),
            " · ".join(part for part in (one.case_no, one.consultant) if part),
            right=dates.short_date(one.ended_on, now) if one.ended_on else "",
            act=translate("Team", "Åbn"),
            tone="warnText",
        )
        for one in team.to_sign
    )


def _drafts(team: TeamView, now: datetime) -> tuple[Row, ...]:
    """How many and how old; what stands in them is the writer's own until it is a note."""
    return tuple(
        Row(
            None,
            "notebook-pen",
            _count(translate("Team", "Kladder ældre end tre døgn: %1"), one.drafts),
            one.name,
            right=translate("Team", "fra %1").replace("%1", dates.short_date(one.since, now)),
            tone="warnText",
        )
        for one in team.drafts
    )


def _people(team: TeamView) -> tuple[Row, ...]:
    return tuple(
        Row(
            None,
            "users",
            one.name or translate("Team", "Uden konsulent"),
            " · ".join(
                part
                for part in (
                    _count(translate("Team", "%1 på pause"), one.on_hold) if one.on_hold else "",
                    _count(translate("Team", "%1 uden kontakt for længe"), one.late) if one.late else "",
                )
                if part
            ),
            right=_count(translate("Team", "Aktive: %1"), one.active),
            tone="muted",
        )
        for one in team.consultants
    )


def _overdue(team: TeamView) -> tuple[Row, ...]:
    """Colleagues' courses that are not here: what waits, and where to ask. Enter asks to read one."""
    rows = [
        Row(
            Elsewhere(one.participant, one.case_no),
            "clock",
            " · ".join(
                part for part in (one.case_no or translate("Team", "Uden sagsnummer"), one.consultant) if part
            ),
            " · ".join(
                part
                for part in (
                    _count(translate("Team", "%1 dage uden kontakt"), one.days)
                    if one.days is not None
                    else "",
                    _count(translate("Team", "Skridt over tid: %1"), one.steps) if one.steps else "",
                )
                if part
            ),
            act=translate("Team", "Læs"),
            tone="warnText",
        )
        for one in team.overdue[:SHOWN]
    ]
    if (more := len(team.overdue) - SHOWN) > 0:
        rows.append(
            Row(
                None,
                "clock",
                _count(translate("Team", "og %1 sager mere, der venter"), more),
                tone="muted",
            )
        )
    return tuple(rows)


def _count(words: str, number: int) -> str:
    return words.replace("%1", str(number))
