"""What each computer said was waiting at its last greeting, for the day on which it is lost."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("ALTER TABLE device ADD COLUMN waiting bigint, ADD COLUMN waiting_seq bigint")
