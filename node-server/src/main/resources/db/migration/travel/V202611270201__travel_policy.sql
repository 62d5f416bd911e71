CREATE SCHEMA travel;

-- What a team decided about hand-offs. One without a row takes no part.
CREATE TABLE travel.policy (
    team       uuid PRIMARY KEY REFERENCES team.team,
    -- Whose viewers it lets in.
    raids      text NOT NULL CHECK (raids IN ('EVERYONE', 'RING', 'FOLLOWING', 'NOBODY')),
    -- Whether hosts whom it does not know may send theirs at once.
    any_host   boolean NOT NULL,
    -- Of ten minutes; 0 where it goes by how many watch.
    max_guests integer NOT NULL CHECK (max_guests >= 0),
    -- Nobody is let in for now.
    shield     boolean NOT NULL,
    -- Where its own viewers are offered to go when a broadcast ends.
    carry      text NOT NULL CHECK (carry IN ('NOBODY', 'DRAWN', 'CHOSEN')),
    -- Address of the chosen team; empty where none was.
    chosen     text NOT NULL,
    -- Whether its followers see one boost of where its viewers went.
    boost      boolean NOT NULL
);

-- Teams whose host may send all viewers at once, whatever room there is.
CREATE TABLE travel.friend (
    team     uuid NOT NULL REFERENCES team.team,
    actor    text NOT NULL CHECK (octet_length(actor) <= 2000),
    added_at timestamptz NOT NULL,
    PRIMARY KEY (team, actor)
);

-- Sources of whom nobody is let in until a moment.
CREATE TABLE travel.shut (
    team  uuid NOT NULL REFERENCES team.team,
    actor text NOT NULL CHECK (octet_length(actor) <= 2000),
    until timestamptz NOT NULL,
    PRIMARY KEY (team, actor)
);

-- Rafts that a team of this node said yes to.
CREATE TABLE travel.visit (
    -- The first 16 bytes of the SHA-256 of the hand-off's address, in hexadecimal digits.
    handoff     text NOT NULL CHECK (length(handoff) = 32),
    raft        integer NOT NULL CHECK (raft BETWEEN 1 AND 65535),
    team        uuid NOT NULL REFERENCES team.team,
    -- Where they come to.
    video       uuid NOT NULL,
    -- The Group that sends them, as it called itself then.
    actor       text NOT NULL CHECK (octet_length(actor) <= 2000),
    inbox       text NOT NULL,
    name        text NOT NULL,
    page        text NOT NULL,
    -- The Video that they leave.
    origin      text NOT NULL CHECK (octet_length(origin) <= 2000),
    -- Address of the hand-off.
    address     text NOT NULL CHECK (octet_length(address) <= 2000),
    -- What was answered.
    offer       text NOT NULL CHECK (octet_length(offer) <= 2000),
    kind        text NOT NULL CHECK (kind IN ('END', 'HOST', 'INTERMISSION', 'OFFAIR')),
    size        integer NOT NULL CHECK (size BETWEEN 1 AND 25),
    -- What its tickets are signed with, as a Multikey.
    key         text NOT NULL,
    accepted_at timestamptz NOT NULL,
    held_until  timestamptz NOT NULL,
    -- The source takes them elsewhere, or the team takes its yes back.
    released_at timestamptz,
    -- The team does not want to have had them.
    undone_at   timestamptz,
    receipted   boolean NOT NULL,
    PRIMARY KEY (handoff, raft, team)
);
CREATE INDEX visit_of_team ON travel.visit (team, held_until);
CREATE INDEX visit_offer ON travel.visit (offer);
CREATE INDEX visit_without_receipt ON travel.visit (held_until) WHERE NOT receipted;

-- Places that were used: who used one is not known.
CREATE TABLE travel.arrival (
    handoff    text NOT NULL,
    raft       integer NOT NULL,
    team       uuid NOT NULL,
    place      integer NOT NULL CHECK (place BETWEEN 0 AND 24),
    arrived_at timestamptz NOT NULL,
    PRIMARY KEY (handoff, raft, team, place),
    FOREIGN KEY (handoff, raft, team) REFERENCES travel.visit ON DELETE CASCADE
);
CREATE INDEX arrival_of_team ON travel.arrival (team, arrived_at);

-- Hand-offs of teams of this node.
CREATE TABLE travel.handoff (
    video    uuid NOT NULL,
    number   integer NOT NULL CHECK (number >= 1),
    team     uuid NOT NULL REFERENCES team.team,
    kind     text NOT NULL CHECK (kind IN ('END', 'HOST', 'INTERMISSION', 'OFFAIR')),
    began_at timestamptz NOT NULL,
    -- Whether its followers were told where, or need not be.
    told     boolean NOT NULL,
    PRIMARY KEY (video, number)
);
CREATE INDEX handoff_of_team ON travel.handoff (team, began_at DESC);

-- Rafts of theirs that somebody took in.
CREATE TABLE travel.raft (
    video        uuid NOT NULL,
    number       integer NOT NULL,
    raft         integer NOT NULL,
    -- The Group that took it in, and its Video.
    target       text NOT NULL CHECK (octet_length(target) <= 2000),
    target_video text NOT NULL CHECK (octet_length(target_video) <= 2000),
    name         text NOT NULL,
    page         text NOT NULL,
    -- Whether it may be told to everybody that they went there.
    public       boolean NOT NULL,
    size         integer NOT NULL,
    -- Tickets that were given out.
    sent         integer NOT NULL,
    -- What the target says it counted; -1 where it has not said.
    arrived      integer NOT NULL,
    accepted_at  timestamptz NOT NULL,
    PRIMARY KEY (video, number, raft),
    FOREIGN KEY (video, number) REFERENCES travel.handoff
);
CREATE INDEX raft_to_video ON travel.raft (target_video);

-- How many of this node's viewers each team elsewhere was sent, and how many were due to it: both halve in a week.
CREATE TABLE travel.turn (
    target   text PRIMARY KEY CHECK (octet_length(target) <= 2000),
    received double precision NOT NULL,
    due      double precision NOT NULL,
    at       timestamptz NOT NULL
);
