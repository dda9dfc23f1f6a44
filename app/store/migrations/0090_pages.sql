-- Schema 90: what the pages of a large caseload ask of the notes, answered without opening a note.
CREATE INDEX note_talk ON note (participant, happened_at) WHERE kind IN ('follow_up', 'meeting') AND title <> '';
CREATE INDEX note_spent ON note (happened_at, author, place, minutes, id) WHERE minutes > 0 AND title <> '';
