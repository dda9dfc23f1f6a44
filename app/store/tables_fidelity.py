"""The one table of fidelity that is no record: a reviewer's own scores, which stay here until both are in."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import metadata

fidelity_own = sa.Table(
    "fidelity_own",
    metadata,
    sa.Column("review", sa.Uuid, primary_key=True),
    sa.Column("scores", sa.Text, nullable=False),
    sa.Column("salt", sa.Text, nullable=False),
    sa.Column("sealed", sa.Integer, nullable=False),
)
