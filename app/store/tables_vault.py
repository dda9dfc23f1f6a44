"""What the vault keeps about itself: how old its keys are, and how late it has been."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import Moment, metadata

keeping = sa.Table(
    "keeping",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("gen", sa.Integer, nullable=False),
    sa.Column("gen_since", Moment, nullable=False),
    sa.Column("floor", Moment, nullable=False),
    sa.Column("fallen", sa.Integer, nullable=False, server_default="0"),
    sa.Column("excused", sa.Integer, nullable=False, server_default="0"),
    sa.Column("behind", sa.Integer, nullable=False, server_default="0"),
)

clock_doubt = sa.Table(
    "clock_doubt",
    metadata,
    sa.Column("note", sa.Uuid, primary_key=True),
    sa.Column("participant", sa.Uuid, nullable=False),
)
