-- The name of a server and the address of somebody are two things, also where they read alike.
DROP INDEX blocks.block_of_team;
DROP INDEX blocks.block_of_member;
CREATE UNIQUE INDEX block_of_team ON blocks.block (team, target, kind) WHERE member IS NULL;
CREATE UNIQUE INDEX block_of_member ON blocks.block (team, member, target, kind) WHERE member IS NOT NULL;
