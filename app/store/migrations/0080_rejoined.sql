-- Schema 80: a computer that was put back to an older copy of itself and took up its chain again after operation after_q.
CREATE TABLE rejoined (
  after_q INTEGER NOT NULL PRIMARY KEY, at TEXT NOT NULL, back INTEGER NOT NULL, again INTEGER NOT NULL,
  gone INTEGER NOT NULL);
-- What this computer told at its last greeting that was answered; when the server said that two copies of it are in use.
CREATE TABLE pulse (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), told TEXT NOT NULL, two_at TEXT);
