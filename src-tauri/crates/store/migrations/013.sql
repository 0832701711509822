-- States of the maps that people have given a name. They are kept whole, whatever becomes of the steps of history.
CREATE TABLE version (
    id      INTEGER NOT NULL PRIMARY KEY,
    name    TEXT    NOT NULL CONSTRAINT version_name_once UNIQUE
                             CONSTRAINT version_has_name CHECK (name <> ''),
    at      INTEGER NOT NULL,            -- when it was so
    step    INTEGER,                     -- the step of history after which it was so, for as long as that is kept
    format  INTEGER NOT NULL,            -- of the file, when it was named
    content BLOB    NOT NULL             -- a changeset that makes all that is on maps, of nothing
) STRICT;
