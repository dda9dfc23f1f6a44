-- Schema 1. Never edited once released. device_key (the Ed25519 seed) is made by app.vault.
CREATE TABLE participant (
  id CHAR(32) NOT NULL PRIMARY KEY, name TEXT NOT NULL, cpr TEXT, case_no TEXT NOT NULL, phase TEXT NOT NULL,
  ips_start TEXT, job_start TEXT, phone TEXT NOT NULL, consultant TEXT NOT NULL, wish_area TEXT NOT NULL,
  wish_hours TEXT NOT NULL, wish_transport TEXT NOT NULL, disclosure TEXT NOT NULL, clinic_contact TEXT NOT NULL,
  caseworker TEXT NOT NULL);
CREATE TABLE employer (
  id CHAR(32) NOT NULL PRIMARY KEY, name TEXT NOT NULL, cvr TEXT NOT NULL, p_number TEXT NOT NULL,
  branch TEXT NOT NULL, address TEXT NOT NULL, city TEXT NOT NULL, contact_person TEXT NOT NULL, phone TEXT NOT NULL,
  relation TEXT NOT NULL);
CREATE TABLE employer_contact (
  id CHAR(32) NOT NULL PRIMARY KEY, employer CHAR(32) NOT NULL, at TEXT NOT NULL, minutes INTEGER,
  mode TEXT NOT NULL, purpose TEXT NOT NULL, outcome TEXT, spoke_with TEXT NOT NULL, about TEXT NOT NULL,
  next_step TEXT NOT NULL, next_on TEXT, author TEXT NOT NULL);
CREATE INDEX employer_contact_employer ON employer_contact (employer, at);
CREATE INDEX employer_contact_at ON employer_contact (at);
CREATE TABLE contact_for (
  id CHAR(32) NOT NULL PRIMARY KEY, contact CHAR(32) NOT NULL, participant CHAR(32) NOT NULL);
CREATE INDEX contact_for_contact ON contact_for (contact);
CREATE INDEX contact_for_participant ON contact_for (participant);
CREATE TABLE appointment (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), employer CHAR(32), kind TEXT NOT NULL, title TEXT NOT NULL,
  starts_at TEXT NOT NULL, minutes INTEGER, place TEXT NOT NULL, held_at TEXT, cancelled_at TEXT,
  owner TEXT NOT NULL);
CREATE INDEX appointment_starts ON appointment (starts_at);
CREATE INDEX appointment_participant ON appointment (participant, starts_at);
CREATE TABLE task (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), title TEXT NOT NULL, due_on TEXT, done_at TEXT,
  owner TEXT NOT NULL);
CREATE INDEX task_participant ON task (participant);
CREATE TABLE note (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32) NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
  happened_at TEXT NOT NULL, minutes INTEGER, place TEXT, source TEXT NOT NULL, facts TEXT NOT NULL,
  own_view TEXT NOT NULL, assessment TEXT NOT NULL, agreements TEXT NOT NULL, written_at TEXT NOT NULL,
  author TEXT NOT NULL, corrects CHAR(32), received_at TEXT, rev INTEGER);
CREATE INDEX note_participant ON note (participant, happened_at, kind);
CREATE INDEX note_happened ON note (happened_at);
CREATE INDEX note_corrects ON note (corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER note_is_final BEFORE UPDATE OF participant, kind, title, happened_at, minutes, place, source, facts,
  own_view, assessment, agreements, written_at, author, corrects ON note
BEGIN SELECT RAISE(ABORT, 'a note is final'); END;
CREATE TABLE draft (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), kind TEXT NOT NULL, title TEXT NOT NULL, happened_at TEXT,
  minutes INTEGER, place TEXT, source TEXT NOT NULL, facts TEXT NOT NULL, own_view TEXT NOT NULL,
  assessment TEXT NOT NULL, agreements TEXT NOT NULL, corrects CHAR(32), held INTEGER NOT NULL,
  updated_at TEXT NOT NULL);
CREATE TABLE enrolment (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), device CHAR(32) NOT NULL, person TEXT NOT NULL,
  name TEXT NOT NULL, role TEXT NOT NULL, feed TEXT, feed_name TEXT, server TEXT, enrolled_at TEXT);
CREATE TABLE person (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL);
CREATE TABLE outbox (
  q INTEGER NOT NULL PRIMARY KEY, id CHAR(32) NOT NULL UNIQUE, kind TEXT NOT NULL, cand CHAR(32), p TEXT NOT NULL,
  s TEXT NOT NULL, hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'acked', 'held', 'parked')),
  attempts INTEGER NOT NULL, problem TEXT, rev INTEGER, made_at TEXT NOT NULL);
CREATE INDEX outbox_waiting ON outbox (q) WHERE state IN ('pending', 'sent');
CREATE TABLE rec (
  type TEXT NOT NULL, id CHAR(32) NOT NULL, cand CHAR(32), vals TEXT NOT NULL, frev TEXT NOT NULL,
  rev INTEGER NOT NULL, PRIMARY KEY (type, id));
CREATE INDEX rec_cand ON rec (cand);
CREATE TABLE conflict (
  rev INTEGER NOT NULL, field TEXT NOT NULL, type TEXT NOT NULL, rec CHAR(32) NOT NULL, mine TEXT, theirs TEXT,
  "by" TEXT NOT NULL, seen_at TEXT NOT NULL, resolved_rev INTEGER, PRIMARY KEY (rev, field));
CREATE TABLE scope (cand CHAR(32) NOT NULL PRIMARY KEY, role TEXT NOT NULL, since_rev INTEGER NOT NULL,
  upto_rev INTEGER);
CREATE TABLE unread (rev INTEGER NOT NULL PRIMARY KEY, p TEXT NOT NULL, s TEXT NOT NULL, reason TEXT NOT NULL);
CREATE TABLE device (dev TEXT NOT NULL PRIMARY KEY, alg TEXT NOT NULL, key TEXT NOT NULL, person TEXT NOT NULL);
CREATE TABLE sync_state (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), epoch TEXT NOT NULL, rev INTEGER NOT NULL, chain TEXT NOT NULL,
  head INTEGER NOT NULL, backup_rev INTEGER NOT NULL, rebuild INTEGER NOT NULL, scope_tag TEXT NOT NULL,
  clock_offset_ms INTEGER NOT NULL, sent_at TEXT, round_at TEXT);
CREATE TABLE access (
  n INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, person TEXT NOT NULL,
  participant CHAR(32) NOT NULL, action TEXT NOT NULL, reason TEXT);
CREATE INDEX access_participant ON access (participant, at);
CREATE TABLE search_doc (
  n INTEGER NOT NULL PRIMARY KEY, kind TEXT NOT NULL, id CHAR(32) NOT NULL, participant CHAR(32), at TEXT);
CREATE UNIQUE INDEX search_doc_id ON search_doc (kind, id);
CREATE INDEX search_doc_participant ON search_doc (participant);
-- `head`: names and titles; `body`: the texts; `folded`: both with aa→å, ae→æ, oe→ø, accents off, where that differs.
CREATE VIRTUAL TABLE search USING fts5 (head, body, folded, content='', contentless_delete=1, prefix='1 2',
  tokenize='unicode61 remove_diacritics 0');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
