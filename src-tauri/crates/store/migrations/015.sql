-- What a touchpoint looks like: a small JPEG.
ALTER TABLE touchpoint ADD COLUMN image BLOB CONSTRAINT touchpoint_image CHECK (length(image) <= 400000);
