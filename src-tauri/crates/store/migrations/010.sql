-- How much of a lane pictures show.
ALTER TABLE lane ADD COLUMN view TEXT NOT NULL DEFAULT 'open' CONSTRAINT lane_view CHECK (view IN ('open', 'collapsed', 'hidden'));
