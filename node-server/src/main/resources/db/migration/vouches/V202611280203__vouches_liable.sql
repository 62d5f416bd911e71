-- A vouch that counted is answered for until a while after it was taken back, also by whoever has left the directory since.
ALTER TABLE vouches.vouch ADD COLUMN counted_until timestamptz;
UPDATE vouches.vouch SET counted_until = ended_at WHERE ended_at IS NOT NULL AND counted_at IS NOT NULL;

-- Whose a domain is may change from day to day: what is kept is the domain.
ALTER TABLE vouches.reading RENAME COLUMN hands TO domain;
ALTER TABLE vouches.vouch RENAME COLUMN hands TO domain;
ALTER TABLE vouches.suspension RENAME COLUMN hands TO domain;
