"""Files of a case: parts as they come, sealed under a key that is not in the database."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES = """
CREATE TABLE file_content (
  feed text NOT NULL REFERENCES feed, cand uuid NOT NULL, digest text NOT NULL, size integer NOT NULL,
  whole boolean NOT NULL, held boolean NOT NULL, person text NOT NULL, touched_at timestamptz NOT NULL,
  reading_since timestamptz, PRIMARY KEY (feed, cand, digest),
  CHECK (digest ~ '^[0-9a-f]{64}$'), CHECK (size > 0), CHECK (NOT (whole AND held))
);
CREATE TABLE file_part (
  feed text NOT NULL, cand uuid NOT NULL, digest text NOT NULL, n integer NOT NULL, data bytea NOT NULL,
  PRIMARY KEY (feed, cand, digest, n),
  FOREIGN KEY (feed, cand, digest) REFERENCES file_content ON DELETE CASCADE
);
ALTER TABLE file_part ALTER data SET STORAGE EXTERNAL;
"""


def upgrade() -> None:
    op.execute(_TABLES)
