-- How a persona looks, and what people write of it besides its story. Lists are JSON.
ALTER TABLE persona ADD COLUMN face  TEXT NOT NULL DEFAULT 'plain';
ALTER TABLE persona ADD COLUMN hair  TEXT NOT NULL DEFAULT 'short';
ALTER TABLE persona ADD COLUMN tint  TEXT NOT NULL DEFAULT 'blue';
ALTER TABLE persona ADD COLUMN kind  TEXT;                              -- NULL: nobody has said
ALTER TABLE persona ADD COLUMN role  TEXT NOT NULL DEFAULT '';
ALTER TABLE persona ADD COLUMN age   TEXT NOT NULL DEFAULT '';          -- in numbers or words
ALTER TABLE persona ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE persona ADD COLUMN quote TEXT NOT NULL DEFAULT '';
ALTER TABLE persona ADD COLUMN needs TEXT NOT NULL DEFAULT '';
ALTER TABLE persona ADD COLUMN motivations TEXT NOT NULL DEFAULT '';
ALTER TABLE persona ADD COLUMN channels TEXT NOT NULL DEFAULT '[]' CONSTRAINT persona_channels CHECK (json_valid(channels));
ALTER TABLE persona ADD COLUMN brands   TEXT NOT NULL DEFAULT '[]' CONSTRAINT persona_brands CHECK (json_valid(brands));
ALTER TABLE persona ADD COLUMN traits   TEXT NOT NULL DEFAULT '[]' CONSTRAINT persona_traits CHECK (json_valid(traits)); -- [{low, high, value}]
