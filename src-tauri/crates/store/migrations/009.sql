-- Damage and changes by other programs are noticed. What is derived from the rows has a checksum, and so has what
-- imports say of customers, which is kept as columns only.

-- The file's change counter since Touchline closed it; NULL: what is derived may not be what the rows say.
ALTER TABLE lineage ADD COLUMN seen INTEGER;

ALTER TABLE chunk ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sheet ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0;      -- of `customer`
ALTER TABLE sheet ADD COLUMN name_checksum INTEGER NOT NULL DEFAULT 0; -- of `name_text` and `name_code`
ALTER TABLE sheet_column ADD COLUMN checksum INTEGER NOT NULL DEFAULT 0; -- of `text` and `code`
