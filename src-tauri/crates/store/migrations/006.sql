-- Customers can be found by the words of their key, name and attributes. Neither table is under history: both are made
-- again from what is known of the customers.

-- The words only, not the texts: whoever is found is read elsewhere. What a word is, is decided before it gets here, so
-- that here everything but a space belongs to one. Searches go by beginnings, of which the shortest match the most.
CREATE VIRTUAL TABLE customer_words USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = none, prefix = '1 2',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
);

-- Customers whose words are out of date, as ranges of ids. An import only notes the ranges that it touched; the words
-- are read when somebody searches.
CREATE TABLE customer_words_due (
    first INTEGER NOT NULL PRIMARY KEY,
    last  INTEGER NOT NULL
) STRICT;

INSERT INTO customer_words_due (first, last)
SELECT 1, max(id) FROM customer HAVING max(id) IS NOT NULL;
