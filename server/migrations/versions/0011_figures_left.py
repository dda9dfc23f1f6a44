"""Which figures the server has handed out: their days and a digest of what they said, never the numbers."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.execute(
        "CREATE TABLE figures_left (feed text REFERENCES feed (id), first_day date, last_day date, digest text, "
        "at timestamptz NOT NULL, PRIMARY KEY (feed, first_day, last_day, digest))"
    )
