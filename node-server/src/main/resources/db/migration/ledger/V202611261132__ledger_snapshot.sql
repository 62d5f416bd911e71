CREATE SCHEMA ledger;

-- What a directory published each minute, in a chain: each names the hash of the one before. Only the content goes in time.
CREATE TABLE ledger.snapshot (
    minute    timestamptz PRIMARY KEY,
    hash      text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    -- Of whoever signed, as it is published.
    key       text NOT NULL,
    signature text NOT NULL,
    -- Canonical JSON; NULL once it is not kept any more.
    content   bytea
);
-- The minutes that still have a content are few among all.
CREATE INDEX snapshot_kept ON ledger.snapshot (minute) WHERE content IS NOT NULL;

-- The directory's part of the dice for a day, secret until the day is over.
CREATE TABLE ledger.day_key (
    day        date PRIMARY KEY,
    key        text NOT NULL CHECK (key ~ '^[0-9a-f]{64}$'),
    -- With it the groups that seem to have the same hands get the same number for this day. Never published.
    hands_salt text NOT NULL
);

-- What each team got, and what was due to it, in one language; both halve in a week.
CREATE TABLE ledger.turn (
    pool       text NOT NULL,
    -- First 8 bytes of the SHA-256 of its address: who withdraws cannot be told from it.
    gid        bigint NOT NULL,
    received   double precision NOT NULL,
    due        double precision NOT NULL,
    counted_at timestamptz NOT NULL,
    PRIMARY KEY (pool, gid)
);
CREATE INDEX turn_gid ON ledger.turn (gid);

-- Minutes on air in each hour.
CREATE TABLE ledger.live_hour (
    gid     bigint NOT NULL,
    hour    timestamptz NOT NULL,
    minutes integer NOT NULL CHECK (minutes BETWEEN 1 AND 60),
    PRIMARY KEY (gid, hour)
);
CREATE INDEX live_hour_hour ON ledger.live_hour (hour);

-- The same by days, as it was handed out: what is published of a day.
CREATE TABLE ledger.day (
    day      date NOT NULL,
    pool     text NOT NULL,
    gid      bigint NOT NULL,
    minutes  integer NOT NULL DEFAULT 0,
    received double precision NOT NULL DEFAULT 0,
    due      double precision NOT NULL DEFAULT 0,
    PRIMARY KEY (day, pool, gid)
);
