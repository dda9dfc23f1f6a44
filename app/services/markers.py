"""STAR's person group markers of all one's own candidates, held against the case system one after the other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from app.domain import course as words
from app.domain.course import Attachment, ClinicTeam, MarkerWarning, StarMarker
from app.domain.participant import ACTIVE
from app.domain.records import STAR_MARKER
from app.services import case
from app.services.door import Held, Invalid, Saved
from app.store import caseload, people, person

if TYPE_CHECKING:
    from app.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class MarkerRow:
    """`marker`: the one to be found in the case system, None where none is written down. `warnings`: what does not fit."""

    participant: UUID
    name: str
    case_no: str
    marker: StarMarker | None
    warnings: tuple[MarkerWarning, ...]

    def __repr__(self) -> str:
        return f"MarkerRow({self.participant})"


def to_reconcile(vault: Vault, *, now: datetime) -> tuple[MarkerRow, ...]:
    """The user's own candidates who should have a marker, and those who still have one: what does not fit comes first,
    then whoever was looked up longest ago."""
    today = now.date()
    with vault.read() as tx:
        me = people.me(tx)
        own = caseload.followed(tx, me.person, me.signs, today)
        ids = [one.id for one in own]
        kinds = {team.id: team.kind for team in person.everything(tx, ClinicTeam)}
        markers, links = defaultdict[UUID, list[StarMarker]](list), defaultdict[UUID, list[words.Link]](list)
        for marker in person.of_many(tx, StarMarker, ids):
            markers[marker.participant].append(marker)
        for link in person.of_many(tx, Attachment, ids):
            if link.team in kinds:
                links[link.participant].append((link.from_day, link.to_day, kinds[link.team]))
    rows = []
    for one in own:
        mine = markers[one.id]
        kind = words.kind_at_start(links[one.id], mine, today)
        wrong = words.marker_warnings(one.phase, mine, kind, today)
        if wrong or (mine and one.phase in ACTIVE):
            rows.append(MarkerRow(one.id, one.name, one.case_no, mine[-1] if mine else None, wrong))
    return tuple(sorted(rows, key=_order))


def stands_so(vault: Vault, marker: UUID, *, now: datetime) -> Saved | Held | Invalid:
    """Somebody has looked in the case system today: it stands there as it is written here."""
    return case.put(vault, STAR_MARKER, {"checked_on": now.date()}, now=now, id=marker)


def _order(row: MarkerRow) -> tuple[bool, date, str]:
    checked = row.marker.checked_on if row.marker else None
    return not row.warnings, checked or date.min, row.name.casefold()
