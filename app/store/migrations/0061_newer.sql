-- Schema 61: the newest signed word of a newer version of the program.
CREATE TABLE newer (one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1), p TEXT NOT NULL, s TEXT NOT NULL);
