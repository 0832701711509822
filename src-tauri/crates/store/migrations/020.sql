-- What is locked stays where it is, and is not deleted, until it is unlocked.
ALTER TABLE stage ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CONSTRAINT stage_locked CHECK (locked IN (0, 1));
ALTER TABLE touchpoint ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CONSTRAINT touchpoint_locked CHECK (locked IN (0, 1));
