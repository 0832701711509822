-- History outlives migrations: each step notes the format of the file in which it was recorded.
ALTER TABLE history ADD COLUMN format INTEGER NOT NULL DEFAULT 0; -- 0: before formats were noted

-- Imports of kinds to come. SQLite loosens a constraint only by making the table again.
CREATE TABLE import_next (
    id          INTEGER NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL CONSTRAINT import_has_kind CHECK (kind <> ''),
    source      TEXT    NOT NULL,        -- the name of the file or service
    fingerprint TEXT    NOT NULL,        -- tells the same source apart from another of the same name
    columns     TEXT    NOT NULL CONSTRAINT import_columns CHECK (json_valid(columns)), -- {field: column of the source}
    at          INTEGER NOT NULL,
    taken       INTEGER NOT NULL,        -- rows of the source
    rejected    INTEGER NOT NULL,
    undone      INTEGER NOT NULL DEFAULT 0 CONSTRAINT import_undone CHECK (undone IN (0, 1))
) STRICT;

INSERT INTO import_next (id, kind, source, fingerprint, columns, at, taken, rejected, undone)
SELECT id, kind, source, fingerprint, columns, at, taken, rejected, undone FROM import;
DROP TABLE import;
ALTER TABLE import_next RENAME TO import;
CREATE INDEX import_by_fingerprint ON import (fingerprint);
