"""What the guard's rules keep on this computer alone: agreed words, how far it has read again, answers by rule."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import Moment, metadata

own_wording = sa.Table(
    "own_wording",
    metadata,
    sa.Column("sheet", sa.Uuid, primary_key=True),
    sa.Column("participant", sa.Uuid, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
)
guard_reading = sa.Table(
    "guard_reading",
    metadata,
    sa.Column("one", sa.Integer, primary_key=True),
    sa.Column("version", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("done_at", Moment),
)
guard_found = sa.Table(
    "guard_found",
    metadata,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("id", sa.Uuid, primary_key=True),
    sa.Column("field", sa.Text, primary_key=True),
    sa.Column("participant", sa.Uuid),
    sa.Column("categories", sa.Text, nullable=False),
    sa.Column("found_at", Moment, nullable=False),
)
guard_answer = sa.Table(
    "guard_answer",
    metadata,
    sa.Column("rule", sa.Text, primary_key=True),
    sa.Column("answer", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
)
