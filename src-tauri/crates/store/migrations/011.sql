-- What people write of a touchpoint besides its title, and channels of their own. Lists are JSON.
ALTER TABLE touchpoint ADD COLUMN own_channel TEXT NOT NULL DEFAULT '';       -- a channel of one's own; then `channel` is NULL
ALTER TABLE touchpoint ADD COLUMN own_icon    TEXT;                           -- how it is drawn
ALTER TABLE touchpoint ADD COLUMN description TEXT NOT NULL DEFAULT '';
ALTER TABLE touchpoint ADD COLUMN owner       TEXT NOT NULL DEFAULT '';       -- who is responsible
ALTER TABLE touchpoint ADD COLUMN actor       TEXT NOT NULL DEFAULT 'customer';
ALTER TABLE touchpoint ADD COLUMN drama       INTEGER CONSTRAINT touchpoint_drama CHECK (drama BETWEEN 1 AND 5);
ALTER TABLE touchpoint ADD COLUMN is_moment_of_truth INTEGER NOT NULL DEFAULT 0
                                  CONSTRAINT touchpoint_moment CHECK (is_moment_of_truth IN (0, 1));
ALTER TABLE touchpoint ADD COLUMN quote       TEXT NOT NULL DEFAULT '';
ALTER TABLE touchpoint ADD COLUMN pains         TEXT NOT NULL DEFAULT '[]' CONSTRAINT touchpoint_pains CHECK (json_valid(pains));
ALTER TABLE touchpoint ADD COLUMN opportunities TEXT NOT NULL DEFAULT '[]' CONSTRAINT touchpoint_opportunities CHECK (json_valid(opportunities));
ALTER TABLE touchpoint ADD COLUMN content     TEXT NOT NULL DEFAULT '[]' CONSTRAINT touchpoint_content CHECK (json_valid(content)); -- [{what, format, status}]
ALTER TABLE touchpoint ADD COLUMN links       TEXT NOT NULL DEFAULT '[]' CONSTRAINT touchpoint_links CHECK (json_valid(links)); -- [{title, address}]
ALTER TABLE touchpoint ADD COLUMN tags        TEXT NOT NULL DEFAULT '[]' CONSTRAINT touchpoint_tags CHECK (json_valid(tags));
ALTER TABLE touchpoint ADD COLUMN evidence    TEXT;                           -- how it is known
ALTER TABLE touchpoint ADD COLUMN evidence_day TEXT;                          -- 'YYYY-MM-DD'
