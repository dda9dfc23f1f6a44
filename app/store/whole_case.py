"""Everything this computer holds about one participant, as plain values: the rows, every version, who looked."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.domain.journal import to_body
from app.domain.records import EMPLOYER_CONTACT, TYPES, RecordType, to_wire
from app.store import access, journal
from app.store.tables import RECORDS, contact_for

# An answer to a reminder is the consultant's own note to self.
_LEFT_OUT = frozenset({"alert_answer"})


def read(tx: sa.Connection, participant: UUID) -> dict[str, Any]:
    """`notes`: every version, oldest first; `records`: by type, oldest first; `access`: newest first."""
    mine = {
        kind.name: _rows(tx, kind, RECORDS[kind.name].c.participant == participant)
        for kind in TYPES.values()
        if "participant" in kind.fields and kind.name not in _LEFT_OUT
    }
    about = sa.select(contact_for.c.contact).where(contact_for.c.participant == participant)
    contacts = _rows(tx, EMPLOYER_CONTACT, RECORDS["employer_contact"].c.id.in_(about))
    return {
        "participant": _rows(tx, TYPES["participant"], RECORDS["participant"].c.id == participant)[0],
        "notes": [
            {**to_body(note), "received_at": to_wire(note.received_at)}
            for note in reversed(journal.of_participant(tx, participant))
        ],
        "records": {name: rows for name, rows in {**mine, "employer_contact": contacts}.items() if rows},
        "access": [
            {"at": to_wire(one.at), "person": one.person, "action": one.action.value, "reason": one.reason}
            for one in access.of_participant(tx, participant)
        ],
    }


def _rows(tx: sa.Connection, kind: RecordType, where: sa.ColumnElement[bool]) -> list[dict[str, Any]]:
    table = RECORDS[kind.name]
    rows = tx.execute(sa.select(table).where(where).order_by(table.c.id))
    return [
        {"id": str(row.id), **{name: to_wire(getattr(row, name)) for name in kind.fields}} for row in rows
    ]
