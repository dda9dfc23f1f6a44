-- Schema 6: sync. What the server's guard refused and the consultant has since written anew is settled.
ALTER TABLE outbox ADD COLUMN settled_at TEXT;
CREATE INDEX outbox_held ON outbox (q) WHERE state = 'held' AND settled_at IS NULL;
CREATE TABLE lease (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), p TEXT NOT NULL, s TEXT NOT NULL);
ALTER TABLE conflict ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conflict ADD COLUMN decided_at TEXT;
-- What is asked of the whole queue each round is asked without reading the texts in it.
CREATE INDEX outbox_state ON outbox (state, q, rev);
