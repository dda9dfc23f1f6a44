"""The word of each computer's last greeting, by which two copies of one computer give themselves away."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.execute(
        "CREATE TABLE device_pulse (device uuid PRIMARY KEY REFERENCES device, word text NOT NULL, other text, "
        "swaps integer NOT NULL, two_at timestamptz)"
    )
