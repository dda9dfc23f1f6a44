"""Tables of sync that came after the first form."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import metadata

lease = sa.Table(
    "lease",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("p", sa.Text, nullable=False),
    sa.Column("s", sa.Text, nullable=False),
)
