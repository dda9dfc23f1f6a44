"""The dated lists this server has signed, so that its own figures count a job as the list of its first day says."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.execute(
        "CREATE TABLE code_list (name text, valid_from date, body jsonb NOT NULL, signed_at timestamptz NOT NULL, "
        "PRIMARY KEY (name, valid_from))"
    )
