-- What imports say about customers, as columns instead of a JSON text for each. What the file had
-- in `profile` and `customer.attributes` is carried over in Rust, which then drops both.

-- The attributes that some import has a value for.
CREATE TABLE attribute (
    id   INTEGER NOT NULL PRIMARY KEY,
    name TEXT    NOT NULL CONSTRAINT attribute_name_once UNIQUE
) STRICT;

-- Some rows of a list of customers, in the order of the source. A later sheet's words go before an earlier one's, and
-- so do a later row's. Undoing an import takes its sheets away, whatever came after.
CREATE TABLE sheet (
    id        INTEGER NOT NULL PRIMARY KEY,
    import    INTEGER NOT NULL CONSTRAINT sheet_import REFERENCES import (id),
    customer  BLOB    NOT NULL,          -- i64 customer ids, little-endian: whom each row is about
    name_text BLOB    NOT NULL,          -- the names to show, encoded as in `sheet_column`
    name_code BLOB    NOT NULL
) STRICT;

CREATE INDEX sheet_by_import ON sheet (import);

-- One attribute of the rows of a sheet. An attribute of which the sheet has no value has no row.
CREATE TABLE sheet_column (
    attribute INTEGER NOT NULL CONSTRAINT sheet_column_attribute REFERENCES attribute (id),
    sheet     INTEGER NOT NULL CONSTRAINT sheet_column_sheet REFERENCES sheet (id),
    forms     INTEGER NOT NULL,          -- how all its values can be read: bits 1 decimal point, 2 decimal comma,
                                         -- 4 year first, 8 day first, 16 month first
    text      BLOB    NOT NULL,          -- each different value once: its bytes after their number as LEB128
    code      BLOB    NOT NULL,          -- for each row u8 or u16: 0 for no value, else the value's place from 1
    CONSTRAINT sheet_column_once PRIMARY KEY (attribute, sheet)
) STRICT;

CREATE INDEX sheet_column_by_sheet ON sheet_column (sheet);
