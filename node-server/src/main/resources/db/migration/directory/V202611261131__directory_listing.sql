CREATE SCHEMA directory;

-- A team that asked to be listed here, or that the operator named; and what it says of itself in its own document, once that
-- was read and consents. Who withdraws is deleted: nothing here says who it was.
CREATE TABLE directory.listing (
    actor        text PRIMARY KEY CHECK (octet_length(actor) <= 2000),
    -- Host of its address, without a port, in lower case.
    host         text NOT NULL,
    listed       boolean NOT NULL DEFAULT false,
    -- Whether the operator named it: others are vouched for from here.
    admitted     boolean NOT NULL DEFAULT false,
    -- The Invite with which it asked, until it is answered.
    invite       text,
    answer_due   boolean NOT NULL DEFAULT false,
    name         text NOT NULL DEFAULT '',
    page         text NOT NULL DEFAULT '',
    languages    text[] NOT NULL DEFAULT '{}',
    tags         text[] NOT NULL DEFAULT '{}',
    labels       text[] NOT NULL DEFAULT '{}',
    promise      text NOT NULL DEFAULT '',
    -- Whether it may be found by words (FEP-5feb).
    searchable   boolean NOT NULL DEFAULT false,
    -- First 8 bytes of the SHA-256 of its address, by which draws know it; NULL until it is listed.
    gid          bigint,
    since        timestamptz NOT NULL,
    -- When its document was read the last time.
    checked_at   timestamptz NOT NULL,
    next_look_at timestamptz NOT NULL
);
CREATE INDEX listing_look ON directory.listing (next_look_at);
-- Two teams of one number could not be told apart in a snapshot.
CREATE UNIQUE INDEX listing_gid ON directory.listing (gid) WHERE listed;
CREATE INDEX listing_host ON directory.listing (host);
