"""The tables of fidelity that are no records: a reviewer's own scores, and who the charts were drawn from."""

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

# Number → participant stays on the computer that drew: everybody else has the numbers alone.
fidelity_drawn = sa.Table(
    "fidelity_drawn",
    metadata,
    sa.Column("review", sa.Uuid, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("participant", sa.Uuid, nullable=False),
)
