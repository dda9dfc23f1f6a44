-- Schema 70: files of a case. A record says that there is one; its bytes lie in parts, and are found by their digest.
CREATE TABLE case_file (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), note CHAR(32), name TEXT NOT NULL, kind TEXT NOT NULL,
  size INTEGER, digest TEXT NOT NULL, removed_at TEXT, author TEXT NOT NULL);
CREATE INDEX case_file_participant ON case_file (participant);
CREATE TABLE file_content (
  participant CHAR(32) NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, here INTEGER NOT NULL,
  there INTEGER NOT NULL, held INTEGER NOT NULL, PRIMARY KEY (participant, digest));
CREATE TABLE file_part (
  participant CHAR(32) NOT NULL, digest TEXT NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (participant, digest, n));
