-- Schema 8: the writer's own words, which the dictionary does not know and the guard has let in.
CREATE TABLE own_word (
  word TEXT NOT NULL PRIMARY KEY);
