-- Imports know their source, so that a longer export of the same source adds only what is new.
ALTER TABLE import ADD COLUMN source_key TEXT; -- equal for exports of one source; NULL: not known
CREATE INDEX import_by_source ON import (source_key);
