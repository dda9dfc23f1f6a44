"""What is looked for all the time is found without reading everything: what was set aside, and what waits to go out."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.execute("CREATE INDEX op_parked ON op (feed, received_at) WHERE outcome = 'parked'")
    op.execute("CREATE INDEX outbound_waiting ON outbound (adapter, feed, rev) WHERE state = 'waiting'")
