-- Which event names a map has been asked about, besides those that its touchpoints list. History records both tables.

-- An event that the user leaves on no touchpoint of a map, so that nobody is asked about it again.
CREATE TABLE left_event (
    map   INTEGER NOT NULL CONSTRAINT left_event_map REFERENCES map (id),
    event TEXT    NOT NULL CONSTRAINT left_event_has_name CHECK (event <> ''),
    CONSTRAINT left_event_once PRIMARY KEY (map, event)
) STRICT, WITHOUT ROWID;

-- An event that an import put on a touchpoint because it carries its title. Undoing the import takes it off again.
-- What it names may be gone by then.
CREATE TABLE matched_event (
    import     INTEGER NOT NULL,
    map        INTEGER NOT NULL,
    event      TEXT    NOT NULL,
    touchpoint INTEGER NOT NULL,
    CONSTRAINT matched_event_once PRIMARY KEY (import, map, event)
) STRICT, WITHOUT ROWID;
