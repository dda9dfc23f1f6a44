"""The first form: feed, devices, operations, records, membership, access log."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

_TABLES = """
CREATE TABLE server (id text PRIMARY KEY, key text NOT NULL, made_at timestamptz NOT NULL);

CREATE TABLE feed (
  id text PRIMARY KEY, name text NOT NULL, epoch text NOT NULL, head bigint NOT NULL, chain text NOT NULL,
  backup_rev bigint NOT NULL
);

CREATE TABLE person (
  feed text NOT NULL REFERENCES feed, id text NOT NULL, name text NOT NULL, role text NOT NULL,
  PRIMARY KEY (feed, id)
);

CREATE TABLE device (
  id uuid PRIMARY KEY, feed text NOT NULL REFERENCES feed, person text NOT NULL, alg text NOT NULL, key text NOT NULL,
  machine text NOT NULL, app text NOT NULL, seq bigint NOT NULL, last_hash text NOT NULL,
  enrolled_at timestamptz NOT NULL, revoked_at timestamptz, wipe_requested_at timestamptz, seen_at timestamptz
);

CREATE TABLE enrolment_code (
  hash text PRIMARY KEY, feed text NOT NULL REFERENCES feed, person text NOT NULL, expires_at timestamptz NOT NULL,
  used_at timestamptz, used_by uuid
);

CREATE TABLE proof_seen (jti text PRIMARY KEY, seen_at timestamptz NOT NULL);

CREATE TABLE op (
  device uuid NOT NULL REFERENCES device, dseq bigint NOT NULL, feed text NOT NULL REFERENCES feed, rev bigint,
  id uuid UNIQUE, outcome text NOT NULL, reason text, kind text NOT NULL, cand uuid, own boolean NOT NULL,
  by text NOT NULL, hash text NOT NULL, chain text, p text, s text, eff jsonb, received_at timestamptz NOT NULL,
  PRIMARY KEY (device, dseq),
  UNIQUE (feed, rev),
  CHECK ((rev IS NULL) = (chain IS NULL)),
  CHECK ((outcome IN ('accepted', 'conflict')) = (rev IS NOT NULL)),
  CHECK (outcome <> 'held' OR (p IS NULL AND s IS NULL AND eff IS NULL)),
  CHECK (rev IS NULL OR (p IS NOT NULL AND s IS NOT NULL AND id IS NOT NULL))
);
CREATE INDEX op_feed_cand_rev ON op (feed, cand, rev);

CREATE TABLE rec (
  feed text NOT NULL REFERENCES feed, type text NOT NULL, id uuid NOT NULL, cand uuid, owner text, rev bigint NOT NULL,
  vals jsonb NOT NULL, frev jsonb NOT NULL, fdev jsonb NOT NULL,
  PRIMARY KEY (feed, type, id)
);

CREATE TABLE conflict (
  feed text NOT NULL REFERENCES feed, rev bigint NOT NULL, field text NOT NULL, type text NOT NULL, rec uuid NOT NULL,
  mine jsonb, theirs jsonb, theirs_rev bigint NOT NULL, base_rev bigint NOT NULL, resolved_rev bigint,
  PRIMARY KEY (feed, rev, field)
);

CREATE TABLE membership (
  feed text NOT NULL REFERENCES feed, cand uuid NOT NULL, person text NOT NULL, role text NOT NULL,
  since_rev bigint NOT NULL, upto_rev bigint, ended_at timestamptz,
  PRIMARY KEY (feed, cand, person)
);

CREATE TABLE access_log (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, feed text NOT NULL REFERENCES feed, at timestamptz NOT NULL,
  person text NOT NULL, device uuid NOT NULL, cand uuid NOT NULL, action text NOT NULL, from_rev bigint NOT NULL,
  to_rev bigint NOT NULL
);
CREATE INDEX access_log_cand ON access_log (feed, cand, at);
"""

# What a device signed, and who looked, is only ever added to: whatever the program or its database user may do.
_INSERT_ONLY = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME; END $$;

CREATE TRIGGER op_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON op
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER access_log_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON access_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""


def upgrade() -> None:
    op.execute(_TABLES)
    op.execute(_INSERT_ONLY)
