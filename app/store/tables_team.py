"""What a team leader knows of what is on a colleague's computer and not on this one: courses, and how many late drafts."""

from __future__ import annotations

import sqlalchemy as sa

from app.store.tables import Day, metadata

team_case = sa.Table(
    "team_case",
    metadata,
    sa.Column("cand", sa.Uuid, primary_key=True),
    sa.Column("case_no", sa.Text, nullable=False),
    sa.Column("consultant", sa.Text, nullable=False),
    sa.Column("phase", sa.Text, nullable=False),
    sa.Column("since", Day, nullable=True),
    sa.Column("last", Day, nullable=True),
    sa.Column("overdue", sa.Integer, nullable=False),
)

figures_left = sa.Table(
    "figures_left",
    metadata,
    sa.Column("first_day", Day, primary_key=True),
    sa.Column("last_day", Day, primary_key=True),
    sa.Column("digest", sa.Text, primary_key=True),
)
late_draft = sa.Table(
    "late_draft",
    metadata,
    sa.Column("person", sa.Text, primary_key=True),
    sa.Column("drafts", sa.Integer, nullable=False),
    sa.Column("since", Day, nullable=False),
)
