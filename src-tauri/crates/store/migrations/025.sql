-- Customers whom a persona stands for though its segment does not have them, and those whom it does not stand for though
-- that has them. By keys, so that they are meant whenever they are imported.
CREATE TABLE persona_customer (
    persona  INTEGER NOT NULL CONSTRAINT persona_customer_persona REFERENCES persona (id),
    customer TEXT    NOT NULL CONSTRAINT persona_customer_has_key CHECK (customer <> ''),
    picked   INTEGER NOT NULL CONSTRAINT persona_customer_picked CHECK (picked IN (0, 1)),
    CONSTRAINT persona_customer_once PRIMARY KEY (persona, customer)
) STRICT, WITHOUT ROWID;
