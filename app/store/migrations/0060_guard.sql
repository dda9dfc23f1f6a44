-- Schema 60: what the guard's rules ask for on this computer alone.

-- Words a candidate wants said at work that name an illness: not sent, unless the candidate wants them in the journal.
CREATE TABLE own_wording (
  sheet CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32) NOT NULL, words TEXT NOT NULL);
-- How far the store has been read again with the rules that hold now.
CREATE TABLE guard_reading (
  one INTEGER NOT NULL PRIMARY KEY, version TEXT NOT NULL, place TEXT NOT NULL, done_at TEXT);
-- What would be stopped now: where it stands, never what it says.
CREATE TABLE guard_found (
  kind TEXT NOT NULL, id CHAR(32) NOT NULL, field TEXT NOT NULL, participant CHAR(32), categories TEXT NOT NULL,
  found_at TEXT NOT NULL,
  PRIMARY KEY (kind, id, field));
-- What the writer has answered to the guard, counted by rule: never which words.
CREATE TABLE guard_answer (
  rule TEXT NOT NULL, answer TEXT NOT NULL, reason TEXT NOT NULL, times INTEGER NOT NULL,
  PRIMARY KEY (rule, answer, reason));
-- Words of a note that were taken out, on which computer and when: sent, so that the server and the others know.
CREATE TABLE note_erased (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), note CHAR(32), fields TEXT NOT NULL, erased_at TEXT,
  author TEXT NOT NULL);
CREATE INDEX note_erased_participant ON note_erased (participant);
-- Phrases a team leader has released: digests, never words.
CREATE TABLE guard_release (
  id CHAR(32) NOT NULL PRIMARY KEY, category TEXT NOT NULL, salt TEXT NOT NULL, digest TEXT NOT NULL, rule TEXT NOT NULL,
  reason TEXT NOT NULL, ended_on TEXT, author TEXT NOT NULL);
-- A note stays final; only where it is said that words were taken out of it may its words be others.
DROP TRIGGER note_is_final;
CREATE TRIGGER note_is_final BEFORE UPDATE OF participant, kind, happened_at, minutes, place, source, written_at, author,
  corrects ON note
BEGIN SELECT RAISE(ABORT, 'a note is final'); END;
CREATE TRIGGER note_words_are_final BEFORE UPDATE OF title, facts, own_view, assessment, agreements ON note
WHEN NOT EXISTS (SELECT 1 FROM note_erased WHERE note = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a note is final'); END;
