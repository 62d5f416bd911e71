CREATE SCHEMA fediverse;

-- Who speaks for this node: its Application, a Group and a steward for each team, a Person for each member.
CREATE TABLE fediverse.actor (
    -- The last part of the address; opaque, and the same for ever.
    id         text PRIMARY KEY,
    kind       text NOT NULL CHECK (kind IN ('NODE', 'GROUP', 'STEWARD', 'PERSON')),
    -- One namespace for all of them: other software keeps one actor for a name and host.
    name       text NOT NULL UNIQUE,
    team       uuid REFERENCES team.team,
    member     uuid REFERENCES team.member,
    created_at timestamptz NOT NULL,
    -- A name and an address are not given away again.
    gone_at    timestamptz,
    CHECK ((team IS NOT NULL) = (kind IN ('GROUP', 'STEWARD'))),
    CHECK ((member IS NOT NULL) = (kind = 'PERSON'))
);
CREATE UNIQUE INDEX actor_node ON fediverse.actor (kind) WHERE kind = 'NODE';
CREATE UNIQUE INDEX actor_team ON fediverse.actor (team, kind);
CREATE UNIQUE INDEX actor_member ON fediverse.actor (member);

-- Private keys are encrypted with a key that is a file in the data directory.
CREATE TABLE fediverse.actor_key (
    actor          text PRIMARY KEY REFERENCES fediverse.actor,
    rsa_public     text NOT NULL,
    rsa_sealed     bytea NOT NULL,
    ed25519_public text NOT NULL,
    ed25519_sealed bytea NOT NULL,
    created_at     timestamptz NOT NULL
);

-- Who follows them from elsewhere.
CREATE TABLE fediverse.follower (
    actor        text NOT NULL REFERENCES fediverse.actor,
    -- The follower's own address.
    follower     text NOT NULL,
    -- The address of the Follow that asked; an Undo names it.
    follow       text NOT NULL,
    -- An entry of an index holds 2,704 bytes: a longer address would stop whatever else is delivered.
    inbox        text NOT NULL CHECK (octet_length(inbox) <= 2000),
    -- Where its server takes what is for many; the inbox itself where it has no such thing.
    shared_inbox text NOT NULL CHECK (octet_length(shared_inbox) <= 2000),
    -- Host and port of the follower's address, in lower case.
    host         text NOT NULL,
    -- ActivityStreams type: Person, Group, Application, Service, Organization.
    kind         text NOT NULL,
    state        text NOT NULL CHECK (state IN ('PENDING', 'ACCEPTED')),
    asked_at     timestamptz NOT NULL,
    PRIMARY KEY (actor, follower)
);
CREATE INDEX follower_host ON fediverse.follower (host);
-- Of somebody who is gone or has moved, whomever they follow.
CREATE INDEX follower_address ON fediverse.follower (follower);
-- Whom to ask after when an inbox is not there.
CREATE INDEX follower_inbox ON fediverse.follower (inbox);
CREATE INDEX follower_shared_inbox ON fediverse.follower (shared_inbox);

-- One for each broadcast.
CREATE TABLE fediverse.video (
    -- UUID version 4: PeerTube takes no other, and a broadcast's own is version 7.
    id                uuid PRIMARY KEY,
    broadcast         uuid NOT NULL UNIQUE REFERENCES broadcast.broadcast,
    channel           text NOT NULL REFERENCES broadcast.channel,
    author            text NOT NULL REFERENCES fediverse.actor,
    team_group        text NOT NULL REFERENCES fediverse.actor,
    title             text NOT NULL,
    started_at        timestamptz NOT NULL,
    updated_at        timestamptz NOT NULL,
    ended_at          timestamptz,
    removed_at        timestamptz,
    -- Rises with everything that is said of it; receivers ignore what is not higher.
    sequence          bigint NOT NULL,
    -- Until when others may believe that it is live, without hearing of it.
    live_until        timestamptz NOT NULL,
    next_heartbeat_at timestamptz NOT NULL,
    -- The one before, where a channel came back so soon that followers were told already.
    continues         uuid REFERENCES fediverse.video
);
CREATE INDEX video_channel ON fediverse.video (channel, started_at);
CREATE INDEX video_group ON fediverse.video (team_group, started_at);
CREATE INDEX video_live ON fediverse.video (next_heartbeat_at) WHERE ended_at IS NULL AND removed_at IS NULL;

-- What our actors said. It is written down with its event, put into words and given to each inbox later.
CREATE TABLE fediverse.activity (
    id         uuid PRIMARY KEY,
    -- The order in which they were said.
    place      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    sender     text NOT NULL REFERENCES fediverse.actor,
    verb       text NOT NULL,
    -- What it is about: order and coalescing go by it. NULL for what is about no video.
    video      uuid REFERENCES fediverse.video,
    -- Whose followers get it: ids of actors, with commas. Empty where its inboxes were named at once.
    audience   text NOT NULL,
    -- Which of them.
    hearing    text NOT NULL CHECK (hearing IN ('ALL', 'PROGRAMS', 'GROUP_READERS')),
    urgency    text NOT NULL CHECK (urgency IN ('LIVE', 'HEARTBEAT', 'NORMAL')),
    -- Whether the sender's outbox shows it.
    listed     boolean NOT NULL,
    said_at    timestamptz NOT NULL,
    -- NULL until it was put into words.
    document   bytea,
    -- NULL when it was given to each inbox.
    due_at     timestamptz
);
CREATE INDEX activity_due ON fediverse.activity (due_at, place) WHERE due_at IS NOT NULL;
CREATE INDEX activity_outbox ON fediverse.activity (sender, place) WHERE listed;
CREATE INDEX activity_video ON fediverse.activity (video, verb);

CREATE TABLE fediverse.delivery (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    activity        uuid NOT NULL REFERENCES fediverse.activity ON DELETE CASCADE,
    sender          text NOT NULL REFERENCES fediverse.actor,
    inbox           text NOT NULL,
    host            text NOT NULL,
    -- Of one sender to one inbox about one thing, the order is kept.
    about           text NOT NULL,
    urgency         text NOT NULL CHECK (urgency IN ('LIVE', 'HEARTBEAT', 'NORMAL')),
    state           text NOT NULL CHECK (state IN ('QUEUED', 'ARRIVED', 'REFUSED', 'EXPIRED', 'REPLACED', 'DROPPED')),
    attempts        integer NOT NULL DEFAULT 0,
    next_attempt_at timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    -- Until when an attempt that is under way may take.
    claimed_until   timestamptz,
    -- In words for the operator, from the last attempt; empty before.
    last_answer     text NOT NULL DEFAULT '',
    queued_at       timestamptz NOT NULL,
    settled_at      timestamptz,
    UNIQUE (activity, inbox)
);
CREATE INDEX delivery_due ON fediverse.delivery (next_attempt_at) WHERE state = 'QUEUED';
CREATE INDEX delivery_expiry ON fediverse.delivery (expires_at) WHERE state = 'QUEUED';
CREATE INDEX delivery_host ON fediverse.delivery (host) WHERE state = 'QUEUED';
CREATE INDEX delivery_order ON fediverse.delivery (inbox, sender, about, id) WHERE state = 'QUEUED';
CREATE INDEX delivery_about ON fediverse.delivery (about, inbox);
CREATE INDEX delivery_settled ON fediverse.delivery (settled_at) WHERE settled_at IS NOT NULL;

-- What is known of a host that we deliver to.
CREATE TABLE fediverse.host (
    name           text PRIMARY KEY,
    breaker        text NOT NULL CHECK (breaker IN ('CLOSED', 'OPEN', 'GONE')),
    failures       integer NOT NULL,
    failing_since  timestamptz NOT NULL,
    probe_at       timestamptz NOT NULL,
    signature      text NOT NULL CHECK (signature IN ('CAVAGE', 'RFC9421')),
    signature_held timestamptz NOT NULL,
    -- What it says that it runs, in lower case; empty where it does not say. NULL before it was asked.
    software       text,
    asked_at       timestamptz
);
