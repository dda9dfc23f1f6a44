-- Schema 10: how old the keys are, and the latest moment this computer is known to have reached (UTC, ISO).
CREATE TABLE keeping (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), gen INTEGER NOT NULL, gen_since TEXT NOT NULL,
  floor TEXT NOT NULL);
