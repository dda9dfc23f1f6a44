-- Schema 10: how old the keys are, and the latest moment this computer is known to have reached (UTC, ISO).
-- fallen: links that the server knew and the file lacked at a greeting, until somebody has read of it. excused: the next
-- such fall is no news, for a person has just been told of one at unlock. behind: the clock stands before the floor.
CREATE TABLE keeping (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), gen INTEGER NOT NULL, gen_since TEXT NOT NULL,
  floor TEXT NOT NULL, fallen INTEGER NOT NULL DEFAULT 0, excused INTEGER NOT NULL DEFAULT 0,
  behind INTEGER NOT NULL DEFAULT 0);
-- Notes that were written while the clock stood before the floor: their hour is not to be relied on.
CREATE TABLE clock_doubt (note CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32) NOT NULL);
