-- Keys of customers who are one person: what sources say under `alias` counts as that of `kept`. By keys and not by
-- rows, so that what is imported later is theirs too. Nobody is merged into somebody who is merged.
CREATE TABLE merged_key (
    alias TEXT NOT NULL PRIMARY KEY,
    kept  TEXT NOT NULL CONSTRAINT merged_key_other CHECK (kept <> alias)
) STRICT, WITHOUT ROWID;
