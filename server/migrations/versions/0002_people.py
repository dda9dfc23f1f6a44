"""Sign-in, sessions of the web page, approval and wiping of computers, deputies, rate limits, and what goes out."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_TABLES = """
ALTER TABLE device ADD COLUMN waiting_since timestamptz, ADD COLUMN wipe_told_at timestamptz,
  ADD COLUMN lease_until timestamptz;
ALTER TABLE membership ADD COLUMN until timestamptz;

CREATE TABLE attempt (what text NOT NULL, who text NOT NULL, since timestamptz NOT NULL, n integer NOT NULL,
  PRIMARY KEY (what, who));

CREATE TABLE login (
  issuer text NOT NULL, subject text NOT NULL, feed text NOT NULL REFERENCES feed, person text NOT NULL,
  made_at timestamptz NOT NULL, PRIMARY KEY (issuer, subject), UNIQUE (feed, person)
);

CREATE TABLE web_signin (
  state text PRIMARY KEY, nonce text NOT NULL, verifier text NOT NULL, made_at timestamptz NOT NULL
);

CREATE TABLE web_session (
  hash text PRIMARY KEY, feed text NOT NULL REFERENCES feed, person text NOT NULL, csrf text NOT NULL,
  made_at timestamptz NOT NULL, seen_at timestamptz NOT NULL
);

CREATE TABLE act (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, feed text NOT NULL REFERENCES feed, at timestamptz NOT NULL,
  person text NOT NULL, what text NOT NULL, device uuid, cand uuid, whom text, reason text
);
CREATE INDEX act_feed ON act (feed, n);
CREATE TRIGGER act_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON act
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE parked_seen (
  device uuid NOT NULL, dseq bigint NOT NULL, at timestamptz NOT NULL, person text NOT NULL,
  PRIMARY KEY (device, dseq)
);

CREATE TABLE outbound (
  adapter text NOT NULL, feed text NOT NULL REFERENCES feed, rev bigint NOT NULL, state text NOT NULL,
  attempts integer NOT NULL, next_at timestamptz NOT NULL, problem text, sent_at timestamptz, confirmed_at timestamptz,
  PRIMARY KEY (adapter, feed, rev),
  CHECK (state IN ('waiting', 'sent', 'confirmed', 'dead'))
);
CREATE TABLE outbound_cursor (
  adapter text NOT NULL, feed text NOT NULL REFERENCES feed, rev bigint NOT NULL, PRIMARY KEY (adapter, feed)
);
"""


def upgrade() -> None:
    op.execute(_TABLES)
