CREATE SCHEMA blocks;

-- Whom a team keeps out of all that is its own, and whom a member keeps out of what is the member's.
CREATE TABLE blocks.block (
    team       uuid NOT NULL REFERENCES team.team,
    -- NULL where the whole team does.
    member     uuid REFERENCES team.member,
    -- The address of somebody, or the name of a server, which stands for all names below it, too.
    target     text NOT NULL CHECK (octet_length(target) <= 2000),
    kind       text NOT NULL CHECK (kind IN ('SOMEBODY', 'SERVER')),
    blocked_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX block_of_team ON blocks.block (team, target) WHERE member IS NULL;
CREATE UNIQUE INDEX block_of_member ON blocks.block (team, member, target) WHERE member IS NOT NULL;
