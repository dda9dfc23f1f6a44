-- Schema 100: from which day a consultant is trained in IPS, in training, or neither.
CREATE TABLE ips_training (
  id CHAR(32) NOT NULL PRIMARY KEY, person TEXT NOT NULL, from_day TEXT, status TEXT NOT NULL);
