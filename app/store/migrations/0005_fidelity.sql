-- Schema 5: fidelity reviews, the survey's answers, and what left the program.
CREATE TABLE fidelity_review (
  id CHAR(32) NOT NULL PRIMARY KEY, scale TEXT NOT NULL, kind TEXT NOT NULL, first_day TEXT, last_day TEXT,
  reviewer_one TEXT NOT NULL, reviewer_two TEXT NOT NULL, begun_at TEXT, closed_at TEXT, author TEXT NOT NULL);
CREATE TABLE fidelity_score (
  id CHAR(32) NOT NULL PRIMARY KEY, review CHAR(32), item TEXT NOT NULL, proposed INTEGER, score INTEGER,
  cannot INTEGER, approved_by TEXT NOT NULL, approved_at TEXT, ticks TEXT NOT NULL, comment TEXT NOT NULL,
  recommendation TEXT NOT NULL, task CHAR(32));
CREATE INDEX fidelity_score_review ON fidelity_score (review);
CREATE TABLE fidelity_seal (
  id CHAR(32) NOT NULL PRIMARY KEY, review CHAR(32), reviewer TEXT NOT NULL, digest TEXT NOT NULL, sealed_at TEXT);
CREATE TABLE fidelity_opened (
  id CHAR(32) NOT NULL PRIMARY KEY, review CHAR(32), reviewer TEXT NOT NULL, salt TEXT NOT NULL,
  scores TEXT NOT NULL);
CREATE TABLE survey_answer (
  id CHAR(32) NOT NULL PRIMARY KEY, year INTEGER, question TEXT NOT NULL, number INTEGER, words TEXT NOT NULL,
  method TEXT NOT NULL, counted_on TEXT, author TEXT NOT NULL);
CREATE TABLE export (
  id CHAR(32) NOT NULL PRIMARY KEY, what TEXT NOT NULL, format TEXT NOT NULL, personal TEXT NOT NULL,
  people INTEGER, first_day TEXT, last_day TEXT, made_at TEXT, author TEXT NOT NULL, digest TEXT NOT NULL);
-- How often in a day what the guard asked about was let stand, by kind of rule.
CREATE TABLE guard_tally (
  id CHAR(32) NOT NULL PRIMARY KEY, on_day TEXT, rule TEXT NOT NULL, answer TEXT NOT NULL, times INTEGER,
  author TEXT NOT NULL);
-- A reviewer's own scores. They leave this computer when both reviewers have sealed theirs.
CREATE TABLE fidelity_own (
  review CHAR(32) NOT NULL PRIMARY KEY, scores TEXT NOT NULL, salt TEXT NOT NULL, sealed INTEGER NOT NULL);
