-- The map that a touchpoint opens: its sub-journey.
ALTER TABLE touchpoint ADD COLUMN sub_journey INTEGER CONSTRAINT touchpoint_sub_journey REFERENCES map (id) DEFERRABLE INITIALLY DEFERRED;
