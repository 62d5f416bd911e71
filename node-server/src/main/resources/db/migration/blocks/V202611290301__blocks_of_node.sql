-- Without a team it is the node that keeps somebody out, of everything.
ALTER TABLE blocks.block ALTER COLUMN team DROP NOT NULL;
ALTER TABLE blocks.block ADD CHECK (team IS NOT NULL OR member IS NULL);
CREATE UNIQUE INDEX block_of_node ON blocks.block (target, kind) WHERE team IS NULL;
