-- Whose journeys a map tells besides the one that its row names, in order.
CREATE TABLE map_persona (
    map      INTEGER NOT NULL CONSTRAINT map_persona_map REFERENCES map (id),
    persona  INTEGER NOT NULL CONSTRAINT map_persona_persona REFERENCES persona (id),
    position INTEGER NOT NULL CONSTRAINT map_persona_position CHECK (position > 0),
    CONSTRAINT map_persona_once PRIMARY KEY (map, persona)
) STRICT, WITHOUT ROWID;

CREATE INDEX map_persona_by_persona ON map_persona (persona);

-- What a persona looks like, in the place of its avatar: a small JPEG.
ALTER TABLE persona ADD COLUMN photo BLOB CONSTRAINT persona_photo CHECK (length(photo) <= 400000);
