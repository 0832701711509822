-- How a persona feels at a touchpoint, besides the one that a map tells of first: that is in the touchpoint's row.
CREATE TABLE persona_feeling (
    touchpoint INTEGER NOT NULL,
    persona    INTEGER NOT NULL CONSTRAINT persona_feeling_persona REFERENCES persona (id),
    map        INTEGER NOT NULL,
    sentiment  INTEGER CONSTRAINT persona_feeling_sentiment CHECK (sentiment BETWEEN 1 AND 5),
    quote      TEXT    NOT NULL,
    CONSTRAINT persona_feeling_once PRIMARY KEY (touchpoint, persona),
    CONSTRAINT persona_feeling_touchpoint FOREIGN KEY (touchpoint, map) REFERENCES touchpoint (id, map)
) STRICT, WITHOUT ROWID;

CREATE INDEX persona_feeling_by_touchpoint ON persona_feeling (touchpoint, map);
CREATE INDEX persona_feeling_by_persona ON persona_feeling (persona);
