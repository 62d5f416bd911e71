-- Whether the directory of this node wants it: what it hears is shown in the directory, and not as what the node follows.
ALTER TABLE following.wish ADD COLUMN directory boolean NOT NULL DEFAULT false;
ALTER TABLE following.wish ADD CHECK (num_nonnulls(team, member) + directory::int <= 1);
ALTER TABLE following.wish DROP CONSTRAINT wish_followee_team_member_key;
ALTER TABLE following.wish ADD UNIQUE NULLS NOT DISTINCT (followee, team, member, directory);
