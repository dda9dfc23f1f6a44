"""Which guard read an operation at the door, so that nobody need read it again; and erasing what is past its time."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"

_CHANGES = """
ALTER TABLE op ADD COLUMN guard text, ADD COLUMN erased_at timestamptz;

DO $$
DECLARE old text;
BEGIN
  SELECT conname INTO STRICT old FROM pg_constraint
    WHERE conrelid = 'op'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%id IS NOT NULL%';
  EXECUTE format('ALTER TABLE op DROP CONSTRAINT %I', old);
END $$;
ALTER TABLE op ADD CONSTRAINT op_whole CHECK (
  rev IS NULL OR (id IS NOT NULL AND (erased_at IS NOT NULL OR (p IS NOT NULL AND s IS NOT NULL)))
);
"""

# Erasing leaves place, hash and chain. It takes the tables' owner, who says so for one transaction: the user that the
# program runs as has no right to change an operation, whatever it says.
_TRIGGER = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'op' AND TG_OP = 'UPDATE' AND current_setting('feltjournal.erasing', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME;
END $$;
"""


def upgrade() -> None:
    op.execute(_CHANGES)
    op.execute(_TRIGGER)
