-- Schema 95: what was put on the wire last, and how often in vain; once, and no longer in each operation's own row.
CREATE TABLE on_wire (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), first_q INTEGER NOT NULL, last_q INTEGER NOT NULL,
  tries INTEGER NOT NULL);
