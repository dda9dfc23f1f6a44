-- Schema 91: the courses of colleagues as a team leader sees them: no name and no text, as the server last told them.
CREATE TABLE team_case (
  cand CHAR(32) NOT NULL PRIMARY KEY, case_no TEXT NOT NULL, consultant TEXT NOT NULL, phase TEXT NOT NULL, since TEXT,
  last TEXT, overdue INTEGER NOT NULL);
