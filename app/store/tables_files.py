"""The bytes of a case's files, in parts; `case_file` itself is a record like any other."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import metadata

# `here`, `there`: this computer, the jobcenter's server has all of it. `held`: the server's guard, or this computer's,
# will not have it.
file_content = sa.Table(
    "file_content",
    metadata,
    sa.Column("participant", sa.Uuid, primary_key=True),
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("here", sa.Integer, nullable=False),
    sa.Column("there", sa.Integer, nullable=False),
    sa.Column("held", sa.Integer, nullable=False),
)
file_part = sa.Table(
    "file_part",
    metadata,
    sa.Column("participant", sa.Uuid, primary_key=True),
    sa.Column("digest", sa.Text, primary_key=True),
    sa.Column("n", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
