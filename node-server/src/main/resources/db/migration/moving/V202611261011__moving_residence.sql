CREATE SCHEMA moving;

-- Addresses elsewhere that an actor of ours says are its own, too: whoever followed it there may be sent here.
CREATE TABLE moving.former_address (
    actor      text NOT NULL REFERENCES fediverse.actor,
    address    text NOT NULL,
    -- As people write it: @name@host.
    handle     text NOT NULL,
    -- Whether it said, when it was looked at last, that it has moved here.
    moved_here boolean NOT NULL,
    looked_at  timestamptz NOT NULL,
    PRIMARY KEY (actor, address)
);

-- Where an actor of ours is to be followed instead.
CREATE TABLE moving.departure (
    actor   text PRIMARY KEY REFERENCES fediverse.actor,
    target  text NOT NULL,
    handle  text NOT NULL,
    -- Where people read about it.
    page    text NOT NULL,
    left_at timestamptz NOT NULL
);
