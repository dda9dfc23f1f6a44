"""Long texts lie as they are: to squeeze them took PostgreSQL more time than to write and to read them."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("ALTER TABLE op ALTER COLUMN p SET STORAGE EXTERNAL")
