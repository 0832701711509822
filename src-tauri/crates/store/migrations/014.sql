-- Twins, one of which shows how things are and the other how they are to be, and folders, which are names.
ALTER TABLE map ADD COLUMN twin   INTEGER CONSTRAINT map_twin REFERENCES map (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE map ADD COLUMN state  TEXT CONSTRAINT map_state CHECK (state IN ('as_is', 'to_be')); -- which of the two it is
ALTER TABLE map ADD COLUMN folder TEXT NOT NULL DEFAULT '';
