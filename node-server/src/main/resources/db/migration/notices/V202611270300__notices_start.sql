CREATE SCHEMA notices;

-- A listed team that announces dates, and when they are read next. Who withdraws takes along all that it announced.
CREATE TABLE notices.team (
    actor        text PRIMARY KEY REFERENCES directory.listing ON DELETE CASCADE,
    -- Address of its collection of dates.
    events       text NOT NULL CHECK (octet_length(events) <= 2000),
    next_look_at timestamptz NOT NULL
);
CREATE INDEX team_look ON notices.team (next_look_at);

-- A start that a team announced. The latest that are over stay, to know who comes.
CREATE TABLE notices.start (
    actor     text NOT NULL REFERENCES directory.listing ON DELETE CASCADE,
    -- Address of the Event.
    event     text NOT NULL CHECK (octet_length(event) <= 2000),
    starts_at timestamptz NOT NULL,
    title     text NOT NULL,
    -- Whether the team was seen to be live then; NULL where nobody looked.
    kept      boolean,
    PRIMARY KEY (actor, event, starts_at)
);
CREATE INDEX start_at ON notices.start (starts_at);

-- Somebody whom a team looks for.
CREATE TABLE notices.seat (
    actor      text NOT NULL REFERENCES directory.listing ON DELETE CASCADE,
    -- Among those of the team, in its own order.
    place      integer NOT NULL,
    role       text NOT NULL,
    topics     text[] NOT NULL,
    languages  text[] NOT NULL,
    hours      text NOT NULL,
    note       text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (actor, place)
);
