"""Words a candidate wants said at work that name an illness, kept on this computer alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

import sqlalchemy as sa

from app.store.tables_guard import own_wording

if TYPE_CHECKING:
    from app.guard import ClearedText


def keep(tx: sa.Connection, sheet: UUID, participant: UUID, words: ClearedText) -> None:
    drop(tx, sheet)
    tx.execute(sa.insert(own_wording).values(sheet=sheet, participant=participant, words=words.text))


def drop(tx: sa.Connection, sheet: UUID) -> None:
    tx.execute(sa.delete(own_wording).where(own_wording.c.sheet == sheet))


def of(tx: sa.Connection, sheets: Iterable[UUID]) -> dict[UUID, str]:
    """The words of those of the sheets that have any here."""
    rows = tx.execute(sa.select(own_wording).where(own_wording.c.sheet.in_(list(sheets))))
    return {row.sheet: row.words for row in rows}
