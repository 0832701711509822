-- How many dots each person may give in the workshop of a map.
ALTER TABLE map ADD COLUMN dots INTEGER NOT NULL DEFAULT 3 CONSTRAINT map_dots CHECK (dots BETWEEN 1 AND 100);

-- A sticky note: on a stage, on a touchpoint, or on nothing but the map.
CREATE TABLE note (
    id         INTEGER NOT NULL PRIMARY KEY,
    map        INTEGER NOT NULL CONSTRAINT note_map REFERENCES map (id),
    stage      INTEGER,
    touchpoint INTEGER,
    x          REAL    NOT NULL,
    y          REAL    NOT NULL,
    parked     INTEGER NOT NULL CONSTRAINT note_parked CHECK (parked IN (0, 1)),
    text       TEXT    NOT NULL,
    author     TEXT    NOT NULL,
    tint       TEXT    NOT NULL,
    cluster    TEXT    NOT NULL,                                         -- its name; empty: in none
    covered    INTEGER NOT NULL CONSTRAINT note_covered CHECK (covered IN (0, 1)),
    votes      TEXT    NOT NULL,                                         -- JSON: who gave how many dots
    outcome    TEXT    CONSTRAINT note_outcome CHECK (outcome IN ('pain', 'opportunity', 'action')),
    owner      TEXT    NOT NULL,
    due        TEXT,
    CONSTRAINT note_on_one CHECK (stage IS NULL OR touchpoint IS NULL),
    CONSTRAINT note_stage FOREIGN KEY (stage, map) REFERENCES stage (id, map),
    CONSTRAINT note_touchpoint FOREIGN KEY (touchpoint, map) REFERENCES touchpoint (id, map)
) STRICT;

CREATE INDEX note_by_map ON note (map);
CREATE INDEX note_by_stage ON note (stage, map);
CREATE INDEX note_by_touchpoint ON note (touchpoint, map);
