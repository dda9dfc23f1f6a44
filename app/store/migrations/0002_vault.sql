-- Schema 2: the audit chain, one link a transaction, written by app.vault in the commit it tells of.
-- rows: JSON {table: {key: first 16 bytes of the row's SHA-256, or null for a row that is gone}}.
CREATE TABLE audit (
  n INTEGER NOT NULL PRIMARY KEY, at TEXT, what TEXT NOT NULL, rows TEXT NOT NULL, prev BLOB NOT NULL,
  mac BLOB NOT NULL CHECK (length(mac) = 32));
