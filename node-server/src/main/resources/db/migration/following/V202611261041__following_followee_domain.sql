-- Whose the server probably is: each domain has its share of what is looked at.
ALTER TABLE following.followee ADD COLUMN domain text NOT NULL DEFAULT '';
ALTER TABLE following.followee ALTER COLUMN domain DROP DEFAULT;
ALTER TABLE following.stream ADD COLUMN domain text NOT NULL;
DELETE FROM following.hint;
ALTER TABLE following.hint ADD COLUMN domain text NOT NULL;

-- How often it was asked since it answered, or since somebody here wanted it anew.
ALTER TABLE following.followee ADD COLUMN asks integer NOT NULL DEFAULT 0;
UPDATE following.followee SET asks = cardinality(follows) WHERE state = 'ASKED';
-- When somebody who was followed moved here; NULL where nobody did.
ALTER TABLE following.followee ADD COLUMN moved_here_at timestamptz;

-- Who asks for what is on air does not read what is over.
CREATE INDEX stream_on_air ON following.stream (on_air, believed_until);
