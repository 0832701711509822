-- Which state of the file this is, and which it came from: each log beside the file, and each bulk change, gives it a new
-- name. So a log that is found beside a file is known to be that file's, or some other's.
CREATE TABLE lineage (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    before BLOB NOT NULL,
    now BLOB NOT NULL
) STRICT;

INSERT INTO lineage VALUES (1, zeroblob(16), randomblob(16));
