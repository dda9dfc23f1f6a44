"""Dated lists that came as signed files."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from app.store.tables import code_list

RATES = "benefit_rates"


def bodies(tx: sa.Connection, name: str = "") -> tuple[dict[str, Any], ...]:
    """In the order in which they take over; of one name, or of all."""
    lists = sa.select(code_list.c.body).where(code_list.c.name == name if name else code_list.c.name != RATES)
    rows = tx.execute(lists.order_by(code_list.c.name, code_list.c.valid_from))
    return tuple(dict(row.body) for row in rows)


def rate_bodies(tx: sa.Connection) -> tuple[dict[str, Any], ...]:
    """The rate files of the benefits guidance, oldest first."""
    files = sa.select(code_list.c.body).where(code_list.c.name == RATES).order_by(code_list.c.valid_from)
    return tuple(dict(row.body) for row in tx.execute(files))


def keep(
    tx: sa.Connection, name: str, valid_from: date, body: dict[str, Any], *, signed_by: str, now: datetime
) -> None:
    """Take a list in; one with the same first day takes the other's place."""
    tx.execute(sa.delete(code_list).where(code_list.c.name == name, code_list.c.valid_from == valid_from))
    tx.execute(
        sa.insert(code_list).values(
            name=name, valid_from=valid_from, body=body, signed_by=signed_by, taken_in_at=now
        )
    )
