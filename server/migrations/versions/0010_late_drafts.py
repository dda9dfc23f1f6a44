"""What each computer said at its last greeting of drafts that should have been notes by now: how many, and since when."""

from __future__ import annotations

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.execute("ALTER TABLE device ADD COLUMN drafts bigint, ADD COLUMN draft_on date")
