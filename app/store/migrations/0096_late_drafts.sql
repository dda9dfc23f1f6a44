-- Schema 96: how many drafts of a colleague should have been notes by now, and since when, as the server last told a leader.
CREATE TABLE late_draft (
  person TEXT NOT NULL PRIMARY KEY, drafts INTEGER NOT NULL, since TEXT NOT NULL);
