-- A team that this node's directory lists, and where it says which rings it is in. Gone with the team.
CREATE TABLE rings.listed (
    actor        text PRIMARY KEY REFERENCES directory.listing ON DELETE CASCADE,
    -- Addresses of rings, with a space between them.
    rings        text NOT NULL,
    next_look_at timestamptz NOT NULL
);
CREATE INDEX listed_look ON rings.listed (next_look_at);

-- Rings elsewhere that no team of this node is in: those of teams that share a ring with them, and those of listed teams.
ALTER TABLE rings.neighbour
    ADD COLUMN name    text NOT NULL DEFAULT '',
    ADD COLUMN charter text NOT NULL DEFAULT '',
    -- On its host; empty while it was not read.
    ADD COLUMN page    text NOT NULL DEFAULT '',
    -- How many teams and websites it names.
    ADD COLUMN size    integer NOT NULL DEFAULT 0;
-- What was read before says no name yet.
UPDATE rings.neighbour SET next_look_at = 'epoch';
