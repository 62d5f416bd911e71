CREATE SCHEMA listing;

-- What a team says for directories. One without a row is not to be listed.
CREATE TABLE listing.team (
    team      uuid PRIMARY KEY REFERENCES team.team,
    consent   text NOT NULL CHECK (consent IN ('NONE', 'INVITED', 'OPEN')),
    promise   text NOT NULL,
    -- Words with a space between them.
    tags      text NOT NULL,
    -- BCP 47, with a space between them, the most spoken one first.
    languages text NOT NULL,
    -- As they travel, with a space between them.
    labels    text NOT NULL
);

-- Starts that a team announces.
CREATE TABLE listing.date (
    id           uuid PRIMARY KEY,
    team         uuid NOT NULL REFERENCES team.team,
    starts_at    timestamptz NOT NULL,
    title        text NOT NULL,
    announced_at timestamptz NOT NULL
);
CREATE INDEX date_of_team ON listing.date (team, starts_at);

-- Whom a team looks for.
CREATE TABLE listing.seat (
    id         uuid PRIMARY KEY,
    team       uuid NOT NULL REFERENCES team.team,
    role       text NOT NULL,
    topics     text NOT NULL,
    languages  text NOT NULL,
    hours      text NOT NULL,
    note       text NOT NULL,
    expires_at timestamptz NOT NULL,
    added_at   timestamptz NOT NULL
);
CREATE INDEX seat_of_team ON listing.seat (team, added_at);

-- The directories that a team chose, and what they answered.
CREATE TABLE listing.directory (
    team     uuid NOT NULL REFERENCES team.team,
    -- Address of its actor.
    actor    text NOT NULL CHECK (octet_length(actor) <= 2000),
    inbox    text NOT NULL,
    -- Where people see it.
    page     text NOT NULL,
    -- The newest activity that asked it.
    invite   uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    answer   text NOT NULL CHECK (answer IN ('NONE', 'LISTED', 'REFUSED', 'REMOVED')),
    -- Why, in its words.
    said     text NOT NULL,
    -- Since when it stands like this.
    since    timestamptz NOT NULL,
    -- Place of the answer among all that came; 0 where none did.
    arrival  bigint NOT NULL,
    PRIMARY KEY (team, actor)
);
CREATE UNIQUE INDEX directory_invite ON listing.directory (invite);
