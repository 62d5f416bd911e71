CREATE SCHEMA instance;

-- One row: this node.
CREATE TABLE instance.node (
    id         boolean PRIMARY KEY DEFAULT true CHECK (id),
    owner      uuid,
    claimed_at timestamptz,
    CHECK ((owner IS NULL) = (claimed_at IS NULL))
);

INSERT INTO instance.node DEFAULT VALUES;
