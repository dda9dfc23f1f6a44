"""The whole case of one person for access to documents: entries, corrections and the log of who looked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from app.domain.course import ClinicPerson, ClinicTeam
from app.domain.cpr import Cpr
from app.guard import redact
from app.policy import standing
from app.services.door import Invalid
from app.store import access, caseload, employers, people, person, whole_case

if TYPE_CHECKING:
    from app.vault.vault import Vault

SCHEMA: Final = 1


@dataclass(frozen=True, slots=True)
class WholeCase:
    """`told`: as it stands in the JSON file. `names`: person ids, and as text the ids of employers, teams and the
    people there, to their names."""

    told: dict[str, Any]
    names: dict[str, str]

    def __repr__(self) -> str:
        return "WholeCase(…)"

    @property
    def file(self) -> bytes:
        return json.dumps(self.told, ensure_ascii=False, indent=1, sort_keys=True).encode()


def collect(vault: Vault, participant: UUID, *, reason: str, now: datetime) -> WholeCase | Invalid:
    """Everything held here about the person. That it was taken out, and why, is written in the log first, so that the
    log in the package tells of it. The CPR number is masked: whoever gets the package knows it."""
    if not standing.allow_export():
        return Invalid("reason", "policy")
    if not reason.strip():
        return Invalid("reason", "missing")
    with vault.begin() as tx:
        if caseload.get(tx, participant) is None:
            return Invalid("participant", "unknown")
        access.log(tx, participant, access.Action.EXPORT, now=now, reason=redact(reason.strip()))
        told = whole_case.read(tx, participant)
        places = {str(id): name for id, name in employers.names(tx).items()}
        teams = {str(one.id): one.name for one in person.everything(tx, ClinicTeam)}
        persons = {str(one.id): one.name for one in person.everything(tx, ClinicPerson)}
        names = people.names(tx) | places | teams | persons
    digits = told["participant"].get("cpr")
    told["participant"]["cpr"] = Cpr(digits).masked if digits else None
    return WholeCase({"schema": SCHEMA, "made_at": now.isoformat(timespec="seconds"), **told}, names)
