-- A segment is a rule. A row without one is from before there were rules, perhaps brought back by undoing: its
-- customers are those whose attribute has the value. Otherwise both are empty.
ALTER TABLE segment ADD COLUMN rule TEXT CONSTRAINT segment_rule CHECK (json_valid(rule));

-- The highest id that a customer ever had. Ids are never used again, so that a list of customers never comes to mean
-- others.
CREATE TABLE highest (
    customer INTEGER NOT NULL
) STRICT;

INSERT INTO highest SELECT coalesce(max(id), 0) FROM customer;
