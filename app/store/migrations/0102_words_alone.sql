-- Which texts a word stands in, and no longer where in them: each word is looked for by itself. `bring_up` makes it anew.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5 (head, body, folded, content='', contentless_delete=1, detail=none, prefix='1 2',
  tokenize='unicode61 remove_diacritics 0');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
