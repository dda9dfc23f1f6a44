-- Schema 101: figures the server has handed out, as it last told a leader: their days and a digest, never the numbers.
CREATE TABLE figures_left (
  first_day TEXT NOT NULL, last_day TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (first_day, last_day, digest));
