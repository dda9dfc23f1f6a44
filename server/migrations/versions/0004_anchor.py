"""How far each computer's own chain had come at its last greeting, kept where putting back its files does not reach."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.execute(
        "CREATE TABLE device_anchor (device uuid PRIMARY KEY REFERENCES device, n bigint NOT NULL, mac text NOT NULL, "
        "at timestamptz NOT NULL, fell_at timestamptz)"
    )
