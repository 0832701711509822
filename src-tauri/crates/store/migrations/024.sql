-- The steps of a map's story, in the order of their positions: what each shows, and what is said to it.
CREATE TABLE story_step (
    id       INTEGER NOT NULL PRIMARY KEY,
    map      INTEGER NOT NULL CONSTRAINT story_step_map REFERENCES map (id),
    position INTEGER NOT NULL CONSTRAINT story_step_position CHECK (position >= 0),
    title    TEXT    NOT NULL,
    notes    TEXT    NOT NULL,
    stage    INTEGER,                                                    -- where the camera is: on a stage
    x        REAL,                                                       -- or on a part of the picture; or else on all of it
    y        REAL,
    width    REAL,
    height   REAL,
    lens     TEXT    NOT NULL,
    least    INTEGER NOT NULL CONSTRAINT story_step_least CHECK (least BETWEEN 0 AND 100),
    question TEXT,                                                       -- JSON; NULL: as the map is asked at first
    CONSTRAINT story_step_once UNIQUE (id, map),
    CONSTRAINT story_step_stage FOREIGN KEY (stage, map) REFERENCES stage (id, map)
) STRICT;

CREATE INDEX story_step_by_map ON story_step (map);
CREATE INDEX story_step_by_stage ON story_step (stage, map);

-- What stays bright in a step: a stage, a touchpoint, or the way from one touchpoint to another; or a lane that is left out.
CREATE TABLE story_mark (
    id            INTEGER NOT NULL PRIMARY KEY,
    step          INTEGER NOT NULL,
    map           INTEGER NOT NULL,
    stage         INTEGER,
    touchpoint    INTEGER,
    to_touchpoint INTEGER,
    lane          INTEGER,
    CONSTRAINT story_mark_of_one CHECK ((stage IS NOT NULL) + (touchpoint IS NOT NULL) + (lane IS NOT NULL) = 1),
    CONSTRAINT story_mark_way CHECK (to_touchpoint IS NULL OR touchpoint IS NOT NULL),
    CONSTRAINT story_mark_step FOREIGN KEY (step, map) REFERENCES story_step (id, map),
    CONSTRAINT story_mark_stage FOREIGN KEY (stage, map) REFERENCES stage (id, map),
    CONSTRAINT story_mark_touchpoint FOREIGN KEY (touchpoint, map) REFERENCES touchpoint (id, map),
    CONSTRAINT story_mark_to FOREIGN KEY (to_touchpoint, map) REFERENCES touchpoint (id, map),
    CONSTRAINT story_mark_lane FOREIGN KEY (lane, map) REFERENCES lane (id, map)
) STRICT;

CREATE INDEX story_mark_by_step ON story_mark (step, map);
CREATE INDEX story_mark_by_stage ON story_mark (stage, map);
CREATE INDEX story_mark_by_touchpoint ON story_mark (touchpoint, map);
CREATE INDEX story_mark_by_to ON story_mark (to_touchpoint, map);
CREATE INDEX story_mark_by_lane ON story_mark (lane, map);
