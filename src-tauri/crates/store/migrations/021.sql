-- What the values of an event mean: a purchase, or an answer to a survey. The name, not an id of the dictionary, so that it
-- stays when an import is undone and the event comes again.
CREATE TABLE event_meaning (
    event   TEXT NOT NULL CONSTRAINT event_meaning_once PRIMARY KEY
                          CONSTRAINT event_meaning_has_event CHECK (event <> ''),
    meaning TEXT NOT NULL
) STRICT, WITHOUT ROWID;
