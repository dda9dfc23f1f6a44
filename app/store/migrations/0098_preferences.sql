-- Schema 98: preferences by their parts, and which of them a contact with an employer matched.
ALTER TABLE career_profile ADD COLUMN job_types TEXT NOT NULL DEFAULT '';
ALTER TABLE career_profile ADD COLUMN tasks_wanted TEXT NOT NULL DEFAULT '';
ALTER TABLE career_profile ADD COLUMN pay_wanted TEXT NOT NULL DEFAULT '';
ALTER TABLE career_profile ADD COLUMN transport TEXT NOT NULL DEFAULT '';
ALTER TABLE career_profile ADD COLUMN childcare TEXT NOT NULL DEFAULT '';
ALTER TABLE contact_for ADD COLUMN matched TEXT NOT NULL DEFAULT '';
