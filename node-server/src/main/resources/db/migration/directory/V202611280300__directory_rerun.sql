-- A little of what a listed team showed, by its hash alone, for a day: the same again may be a rerun.
CREATE TABLE directory.sample (
    actor   text NOT NULL REFERENCES directory.listing ON DELETE CASCADE,
    -- SHA-256 of 16 KiB of media.
    hash    text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (actor, hash)
);
CREATE INDEX sample_age ON directory.sample (seen_at);

-- Who showed the same again, for a person to look at.
CREATE TABLE directory.rerun (
    actor     text PRIMARY KEY REFERENCES directory.listing ON DELETE CASCADE,
    first_at  timestamptz NOT NULL,
    again_at  timestamptz NOT NULL,
    -- When somebody had a look; NULL while nobody has.
    looked_at timestamptz
);
