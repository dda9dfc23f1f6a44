"""The signed word of a newer version of the program."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import metadata

newer = sa.Table(
    "newer",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("p", sa.Text, nullable=False),
    sa.Column("s", sa.Text, nullable=False),
)
