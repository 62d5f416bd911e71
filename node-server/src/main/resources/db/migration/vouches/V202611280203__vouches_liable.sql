-- A vouch that counted is answered for until a while after it was taken back, also by whoever has left the directory since.
ALTER TABLE vouches.vouch ADD COLUMN counted_until timestamptz;
UPDATE vouches.vouch SET counted_until = ended_at WHERE ended_at IS NOT NULL AND counted_at IS NOT NULL;

-- When it took one of the two places of a month: taking it back, and giving it again, gives that place to no other.
ALTER TABLE vouches.vouch ADD COLUMN given_at timestamptz;
UPDATE vouches.vouch SET given_at = counted_at;
DROP INDEX vouches.vouch_of_hands;

-- Whose a domain is may change from day to day: what is kept is the domain.
ALTER TABLE vouches.reading RENAME COLUMN hands TO domain;
ALTER TABLE vouches.vouch RENAME COLUMN hands TO domain;
ALTER TABLE vouches.suspension RENAME COLUMN hands TO domain;
CREATE INDEX vouch_of_domain ON vouches.vouch (domain, given_at);
