"""One journal entry as it leaves: JSON for a machine, PDF for a person. The key is the same at every try."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from app.protocol.operation import Kind
from server import db
from server.outbound import pdf
from server.shape import newer

_TEXTS = (
    ("facts", "Hvad skete der?"), ("own_view", "Kandidatens egne ord"), ("assessment", "Vurdering"),
    ("agreements", "Aftaler"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """`key`: feed and revision, by which a receiver knows an entry that comes again."""

    key: str
    note: UUID
    cand: UUID
    told: dict[str, Any]

    def json(self) -> bytes:
        return json.dumps(self.told, ensure_ascii=False, indent=2, sort_keys=True).encode()

    def pdf(self) -> bytes:
        document, party = self.told["dokument"], self.told["part"]
        lines = (
            f"Borger: {party['navn']}  {party['cprnummer']}", f"Sagsnummer: {self.told['sag']['sagsnummer']}",
            f"Dato: {document['dato']}", f"Forfatter: {document['forfatter']}", "",
        )  # fmt: skip
        parts = [pdf.text(line) for line in lines]
        for one in document["afsnit"]:
            parts.append(pdf.heading(one["overskrift"]))
            parts += [pdf.text(line) for line in (*one["tekst"].splitlines(), "")]
        return pdf.document(document["titel"] or "Journalnotat", parts)


def read(tx: sa.Connection, feed: str, rev: int) -> Entry | None:
    """The journal entry at a revision; None for anything that is no journal entry, that only a newer server can read, or
    that has been erased since."""
    op, rec, person = db.op.c, db.rec.c, db.person.c
    row = tx.execute(sa.select(db.op).where(op.feed == feed, op.rev == rev)).one()
    if row.kind not in (Kind.APPEND, Kind.CORRECT) or row.cand is None or row.p is None:
        return None
    said = json.loads(row.p)
    if newer(said):
        return None
    body = said["body"]
    here = sa.and_(rec.feed == feed, rec.type == "participant", rec.id == row.cand)
    vals = tx.execute(sa.select(rec.vals).where(here)).scalar_one_or_none() or {}
    author = tx.execute(
        sa.select(person.name).where(person.feed == feed, person.id == row.by)
    ).scalar_one_or_none()
    told = {
        "noegle": f"{feed}:{rev}", "dokument": _document(row, body, author or row.by),
        "part": {"navn": vals.get("name", ""), "cprnummer": vals.get("cpr") or ""},
        "sag": {"sagsnummer": vals.get("case_no", "")},
    }  # fmt: skip
    return Entry(f"{feed}:{rev}", row.id, row.cand, told)


def _document(row: sa.Row[Any], body: dict[str, Any], author: str) -> dict[str, Any]:
    """In the manner of OIO's document: who, when, what it replaces."""
    parts = [{"overskrift": head, "tekst": body[name]} for name, head in _TEXTS if body.get(name)]
    return {
        "uuid": str(row.id), "titel": body["title"], "dato": body["happened_at"], "registreret": _utc(row.received_at),
        "forfatter": author, "erstatter": body.get("corrects"), "type": "journalnotat", "afsnit": parts,
    }  # fmt: skip


def _utc(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
