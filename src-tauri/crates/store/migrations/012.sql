-- What people write and choose of a stage and of a transition.
ALTER TABLE stage ADD COLUMN aim   TEXT NOT NULL DEFAULT '';           -- what it is for
ALTER TABLE stage ADD COLUMN entry TEXT NOT NULL DEFAULT '';           -- when somebody has entered it, in words
ALTER TABLE stage ADD COLUMN tint  TEXT;                               -- NULL: that of its place
ALTER TABLE stage ADD COLUMN width INTEGER CONSTRAINT stage_width CHECK (width BETWEEN 272 AND 10000); -- at least; NULL: as its cards need
ALTER TABLE transition ADD COLUMN label TEXT NOT NULL DEFAULT '';
ALTER TABLE transition ADD COLUMN kind  TEXT;                          -- NULL: by where it leads
