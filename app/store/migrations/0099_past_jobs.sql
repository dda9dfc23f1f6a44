-- Schema 99: jobs from before the course, each by itself; who does a step of the plan for finding a job.
CREATE TABLE past_job (
  id CHAR(32) NOT NULL PRIMARY KEY, participant CHAR(32), employer TEXT NOT NULL, title TEXT NOT NULL,
  disco08 TEXT NOT NULL, from_day TEXT, to_day TEXT, tasks TEXT NOT NULL, liked TEXT NOT NULL, disliked TEXT NOT NULL,
  reasons TEXT NOT NULL, learned TEXT NOT NULL, removed INTEGER, author TEXT NOT NULL);
CREATE INDEX past_job_participant ON past_job (participant);
ALTER TABLE task ADD COLUMN "plan" CHAR(32);
ALTER TABLE task ADD COLUMN who TEXT NOT NULL DEFAULT '';
