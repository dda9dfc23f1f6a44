"""Tables of sync that came after the first form."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import Moment, metadata

lease = sa.Table(
    "lease",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("p", sa.Text, nullable=False),
    sa.Column("s", sa.Text, nullable=False),
)

rejoined = sa.Table(
    "rejoined",
    metadata,
    sa.Column("after_q", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("back", sa.Integer, nullable=False),
    sa.Column("again", sa.Integer, nullable=False),
    sa.Column("gone", sa.Integer, nullable=False),
)

pulse = sa.Table(
    "pulse",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("told", sa.Text, nullable=False),
    sa.Column("two_at", Moment, nullable=True),
)

on_wire = sa.Table(
    "on_wire",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("first_q", sa.Integer, nullable=False),
    sa.Column("last_q", sa.Integer, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
)
