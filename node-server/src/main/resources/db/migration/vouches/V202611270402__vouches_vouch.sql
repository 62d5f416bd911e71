CREATE SCHEMA vouches;

-- Where each team that is listed says for whom it vouches.
CREATE TABLE vouches.reading (
    -- Address of its actor.
    voucher      text PRIMARY KEY CHECK (octet_length(voucher) <= 2000),
    -- Its domain: what the same people say counts together.
    hands        text NOT NULL,
    collection   text NOT NULL CHECK (octet_length(collection) <= 2000),
    next_look_at timestamptz NOT NULL
);
CREATE INDEX reading_look ON vouches.reading (next_look_at);

-- What stands there.
CREATE TABLE vouches.vouch (
    voucher    text NOT NULL,
    vouched    text NOT NULL CHECK (octet_length(vouched) <= 2000),
    hands      text NOT NULL,
    seen_at    timestamptz NOT NULL,
    -- Since when it counts: two new ones of the same hands do in a month. NULL while it waits for the next.
    counted_at timestamptz,
    -- It was taken back; kept to the end of the month, so that nobody gives more by taking back.
    ended_at   timestamptz,
    -- For somebody who deceived.
    void       boolean NOT NULL DEFAULT false,
    PRIMARY KEY (voucher, vouched)
);
CREATE INDEX vouch_of_hands ON vouches.vouch (hands, counted_at);
CREATE INDEX vouch_for ON vouches.vouch (vouched);

-- Who vouched for somebody who deceived, and cannot vouch until then.
CREATE TABLE vouches.suspension (
    hands      text NOT NULL,
    because_of text NOT NULL,
    until      timestamptz NOT NULL,
    PRIMARY KEY (hands, because_of)
);
