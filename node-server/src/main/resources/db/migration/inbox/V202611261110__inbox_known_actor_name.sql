-- Whose the server probably is: each domain has its share of the names that are looked up.
ALTER TABLE inbox.known_actor ADD COLUMN domain text NOT NULL DEFAULT '';
-- The whole name, such as @ana@pond.example, that WebFinger gives to this address and to no other; empty where none is known.
ALTER TABLE inbox.known_actor ADD COLUMN confirmed_name text NOT NULL DEFAULT '';
-- When it is looked up whether the handle counts; NULL where it is not.
ALTER TABLE inbox.known_actor ADD COLUMN name_check_at timestamptz;
-- When it was, the last time; NULL where it never was.
ALTER TABLE inbox.known_actor ADD COLUMN name_checked_at timestamptz;
-- How often in a row nobody answered.
ALTER TABLE inbox.known_actor ADD COLUMN name_tries integer NOT NULL DEFAULT 0;
-- Spread over a day: nobody has to sort them all at each look.
UPDATE inbox.known_actor SET domain = host, name_check_at = now() + random() * interval '1 day'
 WHERE gone_at IS NULL AND handle <> '';
CREATE INDEX known_actor_name_check ON inbox.known_actor (name_check_at) WHERE name_check_at IS NOT NULL;
CREATE INDEX known_actor_confirmed_name ON inbox.known_actor (lower(confirmed_name)) WHERE confirmed_name <> '';
