-- Version 1 of the workspace file: one SQLite database holds personas, customers, their interactions and the maps.
--
-- Instants are UTC milliseconds since 1970. Titles and names are kept exactly as they were given.
-- Tables under "The journeys" are the ones that history records; no foreign key there cascades, because an undo
-- must find each row that a deletion took in its own change.

PRAGMA application_id = 0x544C4A4D; -- 'TLJM'

-- The workspace itself: one row.
CREATE TABLE workspace (
    id       INTEGER NOT NULL PRIMARY KEY CONSTRAINT one_workspace CHECK (id = 1),
    title    TEXT    NOT NULL CONSTRAINT workspace_has_title CHECK (title <> ''),
    timezone TEXT    NOT NULL,          -- IANA name: how values without a zone are read, and where days begin
    created  INTEGER NOT NULL
) STRICT;

---------------------------------------------------------------------------------------------------------------------
-- The journeys: edited through history
---------------------------------------------------------------------------------------------------------------------

-- The customers whose attribute has a value.
CREATE TABLE segment (
    id        INTEGER NOT NULL PRIMARY KEY,
    name      TEXT    NOT NULL CONSTRAINT segment_name_once UNIQUE
                               CONSTRAINT segment_has_name CHECK (name <> ''),
    attribute TEXT    NOT NULL,
    value     TEXT    NOT NULL
) STRICT;

-- The kind of customer whose journey a map tells.
CREATE TABLE persona (
    id           INTEGER NOT NULL PRIMARY KEY,
    name         TEXT    NOT NULL CONSTRAINT persona_has_name CHECK (name <> ''),
    description  TEXT    NOT NULL,
    goals        TEXT    NOT NULL,
    frustrations TEXT    NOT NULL,
    segment      INTEGER CONSTRAINT persona_segment REFERENCES segment (id)
) STRICT;

CREATE INDEX persona_by_segment ON persona (segment);

-- One persona's way through one lifecycle.
CREATE TABLE map (
    id        INTEGER NOT NULL PRIMARY KEY,
    title     TEXT    NOT NULL CONSTRAINT map_title_once UNIQUE
                               CONSTRAINT map_has_title CHECK (title <> ''),
    lifecycle TEXT    NOT NULL CONSTRAINT map_lifecycle
                               CHECK (lifecycle IN ('linear', 'non_linear', 'circular')),
    persona   INTEGER CONSTRAINT map_persona REFERENCES persona (id)
) STRICT;

CREATE INDEX map_by_persona ON map (persona);

-- A step of a map's lifecycle. Positions count from 0 without gaps; they are not declared unique, because moving
-- a stage shifts several rows at once.
CREATE TABLE stage (
    id       INTEGER NOT NULL PRIMARY KEY,
    map      INTEGER NOT NULL CONSTRAINT stage_map REFERENCES map (id),
    position INTEGER NOT NULL CONSTRAINT stage_position CHECK (position >= 0),
    title    TEXT    NOT NULL CONSTRAINT stage_has_title CHECK (title <> ''),
    goal     INTEGER CONSTRAINT stage_goal CHECK (goal IN (0, 1)),       -- NULL: the default of the map
    CONSTRAINT stage_title_once UNIQUE (map, title),
    CONSTRAINT stage_of_map UNIQUE (id, map)
) STRICT;

-- Where customer and company meet. `x` and `y` count from the left top of the stage's column.
CREATE TABLE touchpoint (
    id        INTEGER NOT NULL PRIMARY KEY,
    map       INTEGER NOT NULL,
    stage     INTEGER NOT NULL,
    title     TEXT    NOT NULL CONSTRAINT touchpoint_has_title CHECK (title <> ''),
    x         REAL    NOT NULL,
    y         REAL    NOT NULL,
    channel   TEXT,                                                     -- the kind of channel: decides the icon
    sentiment INTEGER CONSTRAINT touchpoint_sentiment CHECK (sentiment BETWEEN 1 AND 5),
    goal      INTEGER CONSTRAINT touchpoint_goal CHECK (goal IN (0, 1)), -- NULL: as its stage
    CONSTRAINT touchpoint_of_map UNIQUE (id, map),
    CONSTRAINT touchpoint_stage FOREIGN KEY (stage, map) REFERENCES stage (id, map)
) STRICT;

CREATE INDEX touchpoint_by_stage ON touchpoint (stage, map);
CREATE INDEX touchpoint_by_map ON touchpoint (map);

-- Which event names count as contact at a touchpoint: on one map each belongs to at most one. The name, not an id
-- of the dictionary, so that a map can list an event before its first import.
CREATE TABLE touchpoint_event (
    map        INTEGER NOT NULL,
    event      TEXT    NOT NULL CONSTRAINT touchpoint_event_has_name CHECK (event <> ''),
    touchpoint INTEGER NOT NULL,
    CONSTRAINT event_once_on_map PRIMARY KEY (map, event),
    CONSTRAINT touchpoint_event_touchpoint FOREIGN KEY (touchpoint, map) REFERENCES touchpoint (id, map)
) STRICT, WITHOUT ROWID;

CREATE INDEX touchpoint_event_by_touchpoint ON touchpoint_event (touchpoint, map);

-- The map says that customers go from one touchpoint to another of the same map, or to the same again.
CREATE TABLE transition (
    id              INTEGER NOT NULL PRIMARY KEY,
    map             INTEGER NOT NULL,
    from_touchpoint INTEGER NOT NULL,
    to_touchpoint   INTEGER NOT NULL,
    CONSTRAINT transition_once UNIQUE (from_touchpoint, to_touchpoint),
    CONSTRAINT transition_from FOREIGN KEY (from_touchpoint, map) REFERENCES touchpoint (id, map),
    CONSTRAINT transition_to FOREIGN KEY (to_touchpoint, map) REFERENCES touchpoint (id, map)
) STRICT;

CREATE INDEX transition_by_from ON transition (from_touchpoint, map);
CREATE INDEX transition_by_to ON transition (to_touchpoint, map);
CREATE INDEX transition_by_map ON transition (map);

-- A row under the journey: what customers do, think, feel; pains, ideas.
CREATE TABLE lane (
    id       INTEGER NOT NULL PRIMARY KEY,
    map      INTEGER NOT NULL CONSTRAINT lane_map REFERENCES map (id),
    position INTEGER NOT NULL CONSTRAINT lane_position CHECK (position >= 0),
    kind     TEXT    NOT NULL,
    title    TEXT    NOT NULL,
    CONSTRAINT lane_of_map UNIQUE (id, map)
) STRICT;

CREATE INDEX lane_by_map ON lane (map);

-- What a lane says about a stage of the same map.
CREATE TABLE cell (
    lane  INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    map   INTEGER NOT NULL,
    text  TEXT    NOT NULL,
    CONSTRAINT cell_once PRIMARY KEY (lane, stage),
    CONSTRAINT cell_lane FOREIGN KEY (lane, map) REFERENCES lane (id, map),
    CONSTRAINT cell_stage FOREIGN KEY (stage, map) REFERENCES stage (id, map)
) STRICT, WITHOUT ROWID;

CREATE INDEX cell_by_lane ON cell (lane, map);
CREATE INDEX cell_by_stage ON cell (stage, map);

-- What was done, in order; the changeset is SQLite's own (session extension). Undone steps are the last ones.
CREATE TABLE history (
    step      INTEGER NOT NULL PRIMARY KEY,
    op        TEXT    NOT NULL,          -- which operation, such as add_touchpoint
    subject   TEXT    NOT NULL,          -- what it was done to, as the menu shows it
    at        INTEGER NOT NULL,
    burst     TEXT,                      -- steps of one drag or one burst of typing share it and become one step
    undone    INTEGER NOT NULL CONSTRAINT history_undone CHECK (undone IN (0, 1)),
    changeset BLOB    NOT NULL
) STRICT;

---------------------------------------------------------------------------------------------------------------------
-- What customers did: imported and undone in whole imports
---------------------------------------------------------------------------------------------------------------------

-- One import from one source. An undone one stays listed, but nothing refers to it.
CREATE TABLE import (
    id          INTEGER NOT NULL PRIMARY KEY,
    kind        TEXT    NOT NULL CONSTRAINT import_kind CHECK (kind IN ('customers', 'interactions')),
    source      TEXT    NOT NULL,        -- the name of the file or service
    fingerprint TEXT    NOT NULL,        -- tells the same source apart from another of the same name
    columns     TEXT    NOT NULL CONSTRAINT import_columns CHECK (json_valid(columns)), -- {field: column of the source}
    at          INTEGER NOT NULL,
    taken       INTEGER NOT NULL,        -- rows of the source
    rejected    INTEGER NOT NULL,
    undone      INTEGER NOT NULL DEFAULT 0 CONSTRAINT import_undone CHECK (undone IN (0, 1))
) STRICT;

CREATE INDEX import_by_fingerprint ON import (fingerprint);

-- A stored person or account. Each has at least one profile or one interaction; name and attributes are what its
-- profiles say together, a later import before an earlier one.
CREATE TABLE customer (
    id         INTEGER NOT NULL PRIMARY KEY CONSTRAINT customer_id CHECK (id > 0),
    key        TEXT    NOT NULL CONSTRAINT customer_key_once UNIQUE
                                CONSTRAINT customer_has_key CHECK (key <> ''),
    name       TEXT,
    attributes TEXT    NOT NULL DEFAULT '{}' -- {attribute: text}, sorted by attribute
) STRICT;

-- What one import says about one customer. Undoing an import takes its profiles away, whatever came after.
CREATE TABLE profile (
    customer   INTEGER NOT NULL CONSTRAINT profile_customer REFERENCES customer (id),
    import     INTEGER NOT NULL CONSTRAINT profile_import REFERENCES import (id),
    name       TEXT,
    attributes TEXT    NOT NULL,
    CONSTRAINT profile_once PRIMARY KEY (customer, import)
) STRICT, WITHOUT ROWID;

-- The dictionaries: each name that occurs in an interaction, in the order of its first import.
CREATE TABLE event (
    id   INTEGER NOT NULL PRIMARY KEY CONSTRAINT event_id CHECK (id BETWEEN 1 AND 65536),
    name TEXT    NOT NULL CONSTRAINT event_name_once UNIQUE
) STRICT;

CREATE TABLE channel (
    id   INTEGER NOT NULL PRIMARY KEY CONSTRAINT channel_id CHECK (id BETWEEN 1 AND 65536),
    name TEXT    NOT NULL CONSTRAINT channel_name_once UNIQUE
) STRICT;

CREATE TABLE currency (
    id   INTEGER NOT NULL PRIMARY KEY CONSTRAINT currency_id CHECK (id BETWEEN 1 AND 65536),
    name TEXT    NOT NULL CONSTRAINT currency_name_once UNIQUE
) STRICT;

-- One dated contact of one customer, kept in the order in which it is read: by customer, instant, order in the
-- source and import. The foreign keys hold, but imports do not pay for looking each of them up.
CREATE TABLE interaction (
    customer  INTEGER NOT NULL CONSTRAINT interaction_customer REFERENCES customer (id),
    at        INTEGER NOT NULL,
    seq       INTEGER NOT NULL,          -- the order in the source
    import    INTEGER NOT NULL CONSTRAINT interaction_import REFERENCES import (id),
    event     INTEGER NOT NULL CONSTRAINT interaction_event REFERENCES event (id),
    channel   INTEGER CONSTRAINT interaction_channel REFERENCES channel (id),
    value     REAL,
    currency  INTEGER CONSTRAINT interaction_currency REFERENCES currency (id),
    date_only INTEGER NOT NULL DEFAULT 0, -- 1: the source gave a date, and `at` is midnight in the workspace's zone
    CONSTRAINT interaction_order PRIMARY KEY (customer, at, seq, import)
) STRICT, WITHOUT ROWID;

-- How many interactions of an import have each event, channel and currency, so that no list counts millions of rows.
CREATE TABLE import_event (
    import       INTEGER NOT NULL CONSTRAINT import_event_import REFERENCES import (id),
    event        INTEGER NOT NULL CONSTRAINT import_event_event REFERENCES event (id),
    interactions INTEGER NOT NULL CONSTRAINT import_event_some CHECK (interactions > 0),
    CONSTRAINT import_event_once PRIMARY KEY (import, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_channel (
    import       INTEGER NOT NULL CONSTRAINT import_channel_import REFERENCES import (id),
    channel      INTEGER NOT NULL CONSTRAINT import_channel_channel REFERENCES channel (id),
    interactions INTEGER NOT NULL CONSTRAINT import_channel_some CHECK (interactions > 0),
    CONSTRAINT import_channel_once PRIMARY KEY (import, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_currency (
    import       INTEGER NOT NULL CONSTRAINT import_currency_import REFERENCES import (id),
    currency     INTEGER NOT NULL CONSTRAINT import_currency_currency REFERENCES currency (id),
    interactions INTEGER NOT NULL CONSTRAINT import_currency_some CHECK (interactions > 0),
    CONSTRAINT import_currency_once PRIMARY KEY (import, currency)
) STRICT, WITHOUT ROWID;

-- A cache of `interaction` as columns, about 65,536 interactions a row, cut between customers. A row covers the
-- customers from `start` up to the start of the next row. Everything here can be made again from `interaction`.
CREATE TABLE chunk (
    start         INTEGER NOT NULL PRIMARY KEY,
    format        INTEGER NOT NULL,      -- how the blobs are encoded; 0: stale
    interactions  INTEGER NOT NULL,
    first_at      INTEGER NOT NULL,
    last_at       INTEGER NOT NULL,
    whole_seconds INTEGER NOT NULL,      -- 1: `at` is u32 seconds after first_at; 0: i64 instants
    wide_events   INTEGER NOT NULL,      -- 1: `event` is u16; 0: u8
    customer      BLOB    NOT NULL,      -- i64 customer ids
    length        BLOB    NOT NULL,      -- u32 interactions of each customer
    event         BLOB    NOT NULL,      -- event id less one
    at            BLOB    NOT NULL       -- all numbers little-endian
) STRICT;
