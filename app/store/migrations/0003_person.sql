-- Schema 3: the course, the person, the treatment team, consents, profile and plan, alerts and dated code lists.
ALTER TABLE participant ADD COLUMN contact_way TEXT NOT NULL DEFAULT '';
ALTER TABLE participant ADD COLUMN interpreter TEXT NOT NULL DEFAULT '';
CREATE TABLE ips_course (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), number INTEGER, opened_on TEXT, started_on TEXT,
  ended_on TEXT, close_reason TEXT NOT NULL, countersigned_by TEXT NOT NULL, countersigned_on TEXT);
CREATE INDEX ips_course_participant ON ips_course (participant);
CREATE TABLE phase_change (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), course CHAR(32), action TEXT NOT NULL,
  before TEXT NOT NULL, after TEXT NOT NULL, on_day TEXT, reason TEXT NOT NULL, words TEXT NOT NULL,
  author TEXT NOT NULL);
CREATE INDEX phase_change_participant ON phase_change (participant);
CREATE TABLE referral (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), course CHAR(32), received_on TEXT, answered_on TEXT,
  source TEXT NOT NULL, wish TEXT NOT NULL, employed_now TEXT NOT NULL, team CHAR(32), outcome TEXT NOT NULL,
  reason TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX referral_participant ON referral (participant);
CREATE TABLE assignment (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), person TEXT NOT NULL, role TEXT NOT NULL,
  from_day TEXT, to_day TEXT, reason TEXT NOT NULL);
CREATE INDEX assignment_participant ON assignment (participant);
CREATE TABLE period (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), list TEXT NOT NULL, code TEXT NOT NULL, from_day TEXT,
  to_day TEXT);
CREATE INDEX period_participant ON period (participant);
CREATE TABLE clinic_team (
  id CHAR(32) NOT NULL PRIMARY KEY, name TEXT NOT NULL, clinic TEXT NOT NULL, kind TEXT NOT NULL,
  phone TEXT NOT NULL);
CREATE TABLE clinic_person (
  id CHAR(32) NOT NULL PRIMARY KEY, team CHAR(32), name TEXT NOT NULL, function TEXT NOT NULL,
  phone TEXT NOT NULL);
CREATE TABLE attachment (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), team CHAR(32), person CHAR(32), from_day TEXT,
  to_day TEXT);
CREATE INDEX attachment_participant ON attachment (participant);
CREATE TABLE star_marker (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), kind TEXT NOT NULL, from_day TEXT, to_day TEXT,
  checked_on TEXT);
CREATE INDEX star_marker_participant ON star_marker (participant);
CREATE TABLE consent (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), kind TEXT NOT NULL, scope TEXT NOT NULL,
  from_whom TEXT NOT NULL, to_whom TEXT NOT NULL, purpose TEXT NOT NULL, form TEXT NOT NULL, given_on TEXT,
  expires_on TEXT, withdrawn_on TEXT, withdrawn_how TEXT NOT NULL, document_ref TEXT NOT NULL,
  in_patient_record TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX consent_participant ON consent (participant);
CREATE TABLE career_profile (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), number INTEGER, held_on TEXT, occasion TEXT NOT NULL,
  wishes TEXT NOT NULL, dream TEXT NOT NULL, first_step TEXT NOT NULL, motive TEXT NOT NULL, hours_min INTEGER,
  hours_max INTEGER, earliest_start TEXT, experience TEXT NOT NULL, lessons TEXT NOT NULL,
  education TEXT NOT NULL, certificates TEXT NOT NULL, licence TEXT NOT NULL, languages TEXT NOT NULL,
  digital TEXT NOT NULL, cv_on TEXT, preferences TEXT NOT NULL, surroundings TEXT NOT NULL,
  travel_minutes INTEGER, strengths TEXT NOT NULL, network TEXT NOT NULL, accommodations TEXT NOT NULL,
  permit TEXT NOT NULL, record_check TEXT NOT NULL, economy_worry TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX career_profile_participant ON career_profile (participant);
CREATE TABLE work_limitation (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), limitation TEXT NOT NULL,
  impossible_tasks TEXT NOT NULL, documented TEXT NOT NULL, from_day TEXT, to_day TEXT,
  correction TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX work_limitation_participant ON work_limitation (participant);
CREATE TABLE job_search_plan (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), number INTEGER, goal_kind TEXT NOT NULL,
  goal TEXT NOT NULL, wanted TEXT NOT NULL, targets TEXT NOT NULL, who_contacts TEXT NOT NULL,
  contacts_per_week INTEGER, actions TEXT NOT NULL, support TEXT NOT NULL, starts_on TEXT, review_on TEXT,
  approved_on TEXT, approved_how TEXT NOT NULL, status TEXT NOT NULL, author TEXT NOT NULL);
CREATE INDEX job_search_plan_participant ON job_search_plan (participant);
CREATE TABLE note_transfer (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), note CHAR(32), number TEXT NOT NULL, moved_on TEXT,
  author TEXT NOT NULL);
CREATE INDEX note_transfer_participant ON note_transfer (participant);
CREATE TABLE alert_answer (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), rule TEXT NOT NULL, about TEXT NOT NULL,
  answer TEXT NOT NULL, until TEXT, owner TEXT NOT NULL);
CREATE INDEX alert_answer_participant ON alert_answer (participant);
CREATE INDEX note_transfer_note ON note_transfer (note);
CREATE INDEX participant_phase ON participant (phase);
-- Lists of law terms, benefits and names that replace those the program came with, as their signed files said.
CREATE TABLE code_list (
  name TEXT NOT NULL, valid_from TEXT NOT NULL, body TEXT NOT NULL, signed_by TEXT NOT NULL, taken_in_at TEXT NOT NULL,
  PRIMARY KEY (name, valid_from));
-- A note that was written in the wrong case: gone from the one, come to the other.
CREATE TABLE note_moved (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), note CHAR(32), way TEXT NOT NULL, writer TEXT NOT NULL,
  moved_at TEXT, author TEXT NOT NULL);
CREATE INDEX note_moved_participant ON note_moved (participant);
