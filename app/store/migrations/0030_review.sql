-- Schema 30: what a fidelity review was begun on, and the charts drawn for it.
CREATE TABLE fidelity_evidence (
  id CHAR(32) NOT NULL PRIMARY KEY, review CHAR(32), told TEXT NOT NULL, frozen_at TEXT, author TEXT NOT NULL);
CREATE TABLE fidelity_charts (
  id CHAR(32) NOT NULL PRIMARY KEY, review CHAR(32), told TEXT NOT NULL, drawn_at TEXT, author TEXT NOT NULL);
-- Who each drawn chart is: kept on the computer that drew.
CREATE TABLE fidelity_drawn (
  review CHAR(32) NOT NULL, number INTEGER NOT NULL, participant CHAR(32) NOT NULL,
  PRIMARY KEY (review, number));
