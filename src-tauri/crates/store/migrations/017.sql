-- Whether a lane's cells are about stages or touchpoints, and how high they are at least.
ALTER TABLE lane ADD COLUMN cells_by TEXT NOT NULL DEFAULT 'stage' CONSTRAINT lane_cells_by CHECK (cells_by IN ('stage', 'touchpoint'));
ALTER TABLE lane ADD COLUMN height INTEGER NOT NULL DEFAULT 0 CONSTRAINT lane_height CHECK (height BETWEEN 0 AND 2000);

-- What a lane says of a touchpoint of the same map.
CREATE TABLE touchpoint_cell (
    lane       INTEGER NOT NULL,
    touchpoint INTEGER NOT NULL,
    map        INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    CONSTRAINT touchpoint_cell_once PRIMARY KEY (lane, touchpoint),
    CONSTRAINT touchpoint_cell_lane FOREIGN KEY (lane, map) REFERENCES lane (id, map),
    CONSTRAINT touchpoint_cell_touchpoint FOREIGN KEY (touchpoint, map) REFERENCES touchpoint (id, map)
) STRICT, WITHOUT ROWID;

CREATE INDEX touchpoint_cell_by_lane ON touchpoint_cell (lane, map);
CREATE INDEX touchpoint_cell_by_touchpoint ON touchpoint_cell (touchpoint, map);

-- A card in a cell of a lane: a note or an image. Those of a cell stand in the order of their positions.
CREATE TABLE lane_card (
    id         INTEGER NOT NULL PRIMARY KEY,
    lane       INTEGER NOT NULL,
    stage      INTEGER,                                                  -- what the cell is about: a stage
    touchpoint INTEGER,                                                  -- or a touchpoint
    map        INTEGER NOT NULL,
    position   INTEGER NOT NULL CONSTRAINT lane_card_position CHECK (position >= 0),
    text       TEXT    NOT NULL,
    tint       TEXT,                                                     -- NULL: as the stage
    image      BLOB,
    CONSTRAINT lane_card_of_one CHECK ((stage IS NULL) <> (touchpoint IS NULL)),
    CONSTRAINT lane_card_lane FOREIGN KEY (lane, map) REFERENCES lane (id, map),
    CONSTRAINT lane_card_stage FOREIGN KEY (stage, map) REFERENCES stage (id, map),
    CONSTRAINT lane_card_touchpoint FOREIGN KEY (touchpoint, map) REFERENCES touchpoint (id, map)
) STRICT;

CREATE INDEX lane_card_by_lane ON lane_card (lane, map);
CREATE INDEX lane_card_by_stage ON lane_card (stage, map);
CREATE INDEX lane_card_by_touchpoint ON lane_card (touchpoint, map);
