"""Forms that were begun and not stored; at most one of each kind, on this computer only."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from app.domain.form_draft import FormDraft
from app.guard import ClearedText
from app.store.tables import form_draft


def save(
    tx: sa.Connection,
    kind: str,
    *,
    participant: UUID | None,
    texts: Mapping[str, ClearedText],
    choices: Mapping[str, str],
    held: int,
    now: datetime,
) -> None:
    """Raises TypeError for a text the guard has not read."""
    if not all(isinstance(text, ClearedText) for text in texts.values()):
        raise TypeError("a form's texts are ClearedText")
    discard(tx, kind)
    tx.execute(
        sa.insert(form_draft).values(
            kind=kind, participant=participant, texts={name: text.text for name, text in texts.items()},
            choices=dict(choices), held=held, updated_at=now,
        )
    )  # fmt: skip


def get(tx: sa.Connection, kind: str) -> FormDraft | None:
    row = tx.execute(sa.select(form_draft).where(form_draft.c.kind == kind)).one_or_none()
    return None if row is None else FormDraft(**row._mapping)


def discard(tx: sa.Connection, kind: str) -> bool:
    return tx.execute(sa.delete(form_draft).where(form_draft.c.kind == kind)).rowcount > 0
