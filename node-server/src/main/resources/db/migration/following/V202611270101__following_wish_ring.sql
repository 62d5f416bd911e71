-- Whether the rings of this node's teams want it: what it hears is shown in their strips, and not as what the node follows.
ALTER TABLE following.wish ADD COLUMN rings boolean NOT NULL DEFAULT false;
ALTER TABLE following.wish ADD CHECK (num_nonnulls(team, member) + directory::int + rings::int <= 1);
ALTER TABLE following.wish DROP CONSTRAINT wish_followee_team_member_directory_key;
ALTER TABLE following.wish ADD UNIQUE NULLS NOT DISTINCT (followee, team, member, directory, rings);
