-- Schema 4: jobs, education, support, openness, benefits guidance, employers' people, meetings and time.
ALTER TABLE employer ADD COLUMN merged_into CHAR(32);
ALTER TABLE employer_contact ADD COLUMN competitive INTEGER;
ALTER TABLE employer_contact ADD COLUMN reviewed_at TEXT;
ALTER TABLE employer_contact ADD COLUMN reviewed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE contact_for ADD COLUMN matches TEXT NOT NULL DEFAULT '';
ALTER TABLE contact_for ADD COLUMN present INTEGER;
ALTER TABLE appointment ADD COLUMN series CHAR(32);
CREATE INDEX employer_merged ON employer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX appointment_series ON appointment (series) WHERE series IS NOT NULL;
CREATE TABLE job (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), employer CHAR(32), workplace CHAR(32), title TEXT NOT
  NULL, disco08 TEXT NOT NULL, form TEXT NOT NULL, paragraph56 INTEGER, permanent INTEGER, temporary_until TEXT,
  start_on TEXT, weekly_minutes INTEGER, hourly_pay INTEGER, collective_agreement INTEGER, working_times TEXT
  NOT NULL, contact_person TEXT NOT NULL, found TEXT NOT NULL, preferences TEXT NOT NULL, disclosure TEXT NOT
  NULL, guidance_on TEXT, four_hours_on TEXT, ended_on TEXT, last_day_on TEXT, learned_on TEXT, ended_by TEXT
  NOT NULL, reasons TEXT NOT NULL, average_minutes INTEGER, worked TEXT NOT NULL, to_change TEXT NOT NULL,
  wants_new INTEGER, good_terms INTEGER, benefit_action INTEGER, author TEXT NOT NULL);
CREATE INDEX job_participant ON job (participant);
CREATE INDEX job_employer ON job (employer);
CREATE TABLE education (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), institution TEXT NOT NULL, programme TEXT NOT NULL,
  level TEXT NOT NULL, ordinary INTEGER, start_on TEXT, ended_on TEXT, weekly_minutes INTEGER, special_support
  TEXT NOT NULL, mentor INTEGER, goal TEXT NOT NULL, contact_person TEXT NOT NULL, disclosure TEXT NOT NULL,
  outcome TEXT NOT NULL, reasons TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX education_participant ON education (participant);
CREATE TABLE support_plan (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), job CHAR(32), education CHAR(32), wanted TEXT NOT
  NULL, types TEXT NOT NULL, givers TEXT NOT NULL, warning_signs TEXT NOT NULL, employer_contact INTEGER,
  step_down TEXT NOT NULL, agreed_on TEXT, review_on TEXT, ended_on TEXT, author TEXT NOT NULL);
CREATE INDEX support_plan_participant ON support_plan (participant);
CREATE TABLE support_contact (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), job CHAR(32), education CHAR(32), at TEXT, minutes
  INTEGER, mode TEXT NOT NULL, place TEXT NOT NULL, with_whom TEXT NOT NULL, purpose TEXT NOT NULL, outcome TEXT
  NOT NULL, next_step TEXT NOT NULL, next_on TEXT, declined INTEGER, outreach TEXT NOT NULL, author TEXT NOT
  NULL);
CREATE INDEX support_contact_participant ON support_contact (participant);
CREATE TABLE disclosure_sheet (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), employer CHAR(32), explained_on TEXT, pros TEXT NOT
  NULL, cons TEXT NOT NULL, choice TEXT NOT NULL, who_tells TEXT NOT NULL, to_whom TEXT NOT NULL, wording TEXT
  NOT NULL, never_say TEXT NOT NULL, role_words TEXT NOT NULL, from_day TEXT, withdrawn_on TEXT, author TEXT NOT
  NULL);
CREATE INDEX disclosure_sheet_participant ON disclosure_sheet (participant);
CREATE TABLE disclosure_talk (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), sheet CHAR(32), on_day TEXT, author TEXT NOT NULL);
CREATE INDEX disclosure_talk_participant ON disclosure_talk (participant);
CREATE TABLE benefits_talk (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), job CHAR(32), to_whom TEXT NOT NULL, question TEXT NOT
  NULL, situation TEXT NOT NULL, planned_minutes INTEGER, planned_pay INTEGER, asked_on TEXT, answered_on TEXT,
  answer TEXT NOT NULL, answered_by TEXT NOT NULL, given_on TEXT, told_duty INTEGER, author TEXT NOT NULL);
CREATE INDEX benefits_talk_participant ON benefits_talk (participant);
CREATE TABLE clinic_agreement (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), meeting CHAR(32), on_day TEXT, about_job TEXT NOT
  NULL, who_does TEXT NOT NULL, considerations TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX clinic_agreement_participant ON clinic_agreement (participant);
CREATE TABLE workplace (
  id CHAR(32) NOT NULL PRIMARY KEY, employer CHAR(32), name TEXT NOT NULL, p_number TEXT NOT NULL, address TEXT
  NOT NULL, city TEXT NOT NULL);
CREATE INDEX workplace_employer ON workplace (employer);
CREATE TABLE employer_person (
  id CHAR(32) NOT NULL PRIMARY KEY, employer CHAR(32), workplace CHAR(32), name TEXT NOT NULL, function TEXT NOT
  NULL, phone TEXT NOT NULL, email TEXT NOT NULL, left_on TEXT, seen_on TEXT);
CREATE INDEX employer_person_employer ON employer_person (employer);
CREATE TABLE meeting (
  id CHAR(32) NOT NULL PRIMARY KEY, at TEXT, minutes INTEGER, kind TEXT NOT NULL, team CHAR(32), author TEXT NOT
  NULL);
CREATE INDEX meeting_at ON meeting (at);
CREATE TABLE time_entry (
  id CHAR(32) NOT NULL PRIMARY KEY, on_day TEXT, started_at TEXT, minutes INTEGER, kind TEXT NOT NULL, place
  TEXT NOT NULL, vocational INTEGER, source TEXT NOT NULL, source_id CHAR(32), removed INTEGER, author TEXT NOT
  NULL);
CREATE INDEX time_entry_on_day ON time_entry (on_day);
CREATE INDEX time_entry_source_id ON time_entry (source_id);
CREATE TABLE absence (
  id CHAR(32) NOT NULL PRIMARY KEY, person TEXT NOT NULL, first_day TEXT, last_day TEXT, kind TEXT NOT NULL,
  percent INTEGER, removed INTEGER);
CREATE TABLE working_time (
  id CHAR(32) NOT NULL PRIMARY KEY, person TEXT NOT NULL, from_day TEXT, percent INTEGER);
-- Forms that were begun and not stored: on this computer only, without what the guard would refuse.
CREATE TABLE form_draft (
  kind TEXT NOT NULL PRIMARY KEY, participant CHAR(32), texts TEXT NOT NULL, choices TEXT NOT NULL,
  held INTEGER NOT NULL, updated_at TEXT NOT NULL);
