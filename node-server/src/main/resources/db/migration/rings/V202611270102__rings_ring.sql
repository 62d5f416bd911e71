CREATE SCHEMA rings;

-- A ring that this node hosts, or one that teams of this node are in or asked to be in: then as it was read at its origin.
CREATE TABLE rings.ring (
    actor        text PRIMARY KEY CHECK (octet_length(actor) <= 2000),
    -- By which people know it on this node.
    slug         text NOT NULL UNIQUE,
    hosted       boolean NOT NULL,
    inbox        text NOT NULL,
    name         text NOT NULL,
    charter      text NOT NULL,
    -- On its host.
    page         text NOT NULL,
    -- Addresses of the teams that look after it, with a space between them.
    stewards     text NOT NULL,
    -- Percent of those who travel on: to the ring, to rings that share a member, to everybody.
    lanes        int[] NOT NULL,
    -- The ring that it goes on with, whose host was gone; empty where there was none.
    former       text NOT NULL DEFAULT '',
    -- The list of members with its proof, as it was read; empty of one that this node hosts.
    signed       text NOT NULL DEFAULT '',
    updated_at   timestamptz NOT NULL,
    -- When it was read at its origin the last time.
    read_at      timestamptz NOT NULL,
    -- NULL for one that this node hosts.
    next_look_at timestamptz
);
CREATE INDEX ring_look ON rings.ring (next_look_at) WHERE next_look_at IS NOT NULL;

-- Whom a ring names.
CREATE TABLE rings.member (
    ring         text NOT NULL REFERENCES rings.ring ON DELETE CASCADE,
    -- Of a team's actor, or of a page.
    address      text NOT NULL CHECK (octet_length(address) <= 2000),
    kind         text NOT NULL CHECK (kind IN ('TEAM', 'SITE')),
    place        int NOT NULL,
    name         text NOT NULL,
    page         text NOT NULL,
    -- Empty of a page, and of a team that was not read yet.
    inbox        text NOT NULL,
    -- BCP 47, with a space between them.
    languages    text NOT NULL,
    -- Whether the member says so too.
    holds        boolean NOT NULL,
    -- The rings that it says it is in, with a space between them.
    rings        text NOT NULL,
    -- When it was read at its own address the last time; NULL before.
    checked_at   timestamptz,
    next_look_at timestamptz NOT NULL,
    PRIMARY KEY (ring, address)
);
CREATE INDEX member_look ON rings.member (next_look_at);
CREATE INDEX member_address ON rings.member (address);

-- What a team of this node says: that it is in a ring, or wants to be.
CREATE TABLE rings.seat (
    team  uuid NOT NULL REFERENCES team.team,
    ring  text NOT NULL CHECK (octet_length(ring) <= 2000),
    name  text NOT NULL,
    page  text NOT NULL,
    inbox text NOT NULL,
    -- The activity that asked.
    join_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('ASKED', 'IN', 'REFUSED', 'OUT')),
    -- Why, in the ring's words.
    said  text NOT NULL,
    since timestamptz NOT NULL,
    PRIMARY KEY (team, ring)
);

-- A member of a ring wants a team of this node in it.
CREATE TABLE rings.invitation (
    team       uuid NOT NULL REFERENCES team.team,
    ring       text NOT NULL CHECK (octet_length(ring) <= 2000),
    inviter    text NOT NULL CHECK (octet_length(inviter) <= 2000),
    invited_at timestamptz NOT NULL,
    PRIMARY KEY (team, ring)
);

-- Who wants to be in a ring: of one that this node hosts, it decides; of another, its teams vote.
CREATE TABLE rings.application (
    ring         text NOT NULL REFERENCES rings.ring ON DELETE CASCADE,
    applicant    text NOT NULL CHECK (octet_length(applicant) <= 2000),
    -- Address of the activity that asked.
    join_address text NOT NULL CHECK (octet_length(join_address) <= 2000),
    name         text NOT NULL,
    page         text NOT NULL,
    inbox        text NOT NULL,
    asked_at     timestamptz NOT NULL,
    -- Who has no majority by then is not taken in.
    closes_at    timestamptz NOT NULL,
    -- When the applicant's own document is read; NULL once it was, and says so too.
    next_look_at timestamptz,
    PRIMARY KEY (ring, applicant)
);

-- What members say about who joins, and who has to go. An invitation is a yes that comes before the question.
CREATE TABLE rings.vote (
    ring     text NOT NULL REFERENCES rings.ring ON DELETE CASCADE,
    question text NOT NULL CHECK (question IN ('JOIN', 'EXPEL')),
    about    text NOT NULL CHECK (octet_length(about) <= 1000),
    voter    text NOT NULL CHECK (octet_length(voter) <= 1000),
    yes      boolean NOT NULL,
    cast_at  timestamptz NOT NULL,
    PRIMARY KEY (ring, question, about, voter)
);

-- Rings that share a member with those of this node's teams, and their members.
CREATE TABLE rings.neighbour (
    ring         text PRIMARY KEY CHECK (octet_length(ring) <= 2000),
    -- Addresses of teams, with a space between them.
    members      text NOT NULL,
    next_look_at timestamptz NOT NULL
);
CREATE INDEX neighbour_look ON rings.neighbour (next_look_at);
