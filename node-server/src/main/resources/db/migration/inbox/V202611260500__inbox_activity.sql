CREATE SCHEMA inbox;

-- What came and was verified, before it was answered. A second one with the same id is answered like the first, and is nothing.
CREATE TABLE inbox.activity (
    -- Its own, if its actor signed it; else urn:sha256: of who passed it on and its own, so that nobody takes the place of what
    -- is yet to come.
    id              text PRIMARY KEY,
    -- The order in which they came.
    arrival         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    -- Host and port of who signed it, in lower case.
    host            text NOT NULL,
    -- The last two labels of its name, or three: whose it probably is.
    domain          text NOT NULL,
    actor           text NOT NULL,
    type            text NOT NULL,
    -- SIGNED by its actor, or PASSED_ON by somebody else: then what it says is looked up where it is from.
    trust           text NOT NULL,
    -- As it came: what is passed on must not be changed. NULL when it was worked on.
    body            bytea,
    received_at     timestamptz NOT NULL,
    attempts        integer NOT NULL DEFAULT 0,
    -- NULL when it was worked on.
    next_attempt_at timestamptz,
    -- What came of it, in words for the operator; empty before.
    outcome         text NOT NULL DEFAULT ''
);
CREATE INDEX activity_due ON inbox.activity (domain, arrival) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX activity_received ON inbox.activity (received_at);

-- Who is known from elsewhere.
CREATE TABLE inbox.known_actor (
    id           text PRIMARY KEY,
    host         text NOT NULL,
    -- ActivityStreams type.
    type         text NOT NULL,
    handle       text NOT NULL,
    name         text NOT NULL,
    -- For people to click on.
    url          text NOT NULL,
    inbox        text NOT NULL,
    -- Where its server takes what is for many; the inbox itself where it has no such thing.
    shared_inbox text NOT NULL,
    fetched_at   timestamptz NOT NULL,
    -- Nothing comes from it any more, not even what was sent before and arrives late. All else is empty then.
    gone_at      timestamptz
);
CREATE INDEX known_actor_host ON inbox.known_actor (host);

-- Public keys, with which what comes is verified.
CREATE TABLE inbox.remote_key (
    id         text PRIMARY KEY,
    -- Empty where there was none.
    owner      text NOT NULL,
    pem        text NOT NULL,
    -- When it was true; NULL where there was none.
    fetched_at timestamptz,
    tried_at   timestamptz NOT NULL,
    -- Why there was none, in words for the operator; empty otherwise.
    why        text NOT NULL
);

-- That somebody follows, likes, boosts or blocks something of ours. The activity that says so may come twice, late, or after
-- the one that takes it back: then the row is there before it.
CREATE TABLE inbox.tie (
    actor    text NOT NULL,
    activity text NOT NULL,
    -- FOLLOW, LIKE, BOOST, BLOCK, and what is tied to; empty while only an Undo came that did not say.
    kind     text NOT NULL,
    object   text NOT NULL,
    -- Arrival of what made and of what undid it.
    made     bigint,
    undone   bigint,
    PRIMARY KEY (actor, activity)
);
CREATE INDEX tie_object ON inbox.tie (object, kind, actor);
CREATE INDEX tie_stray ON inbox.tie (undone) WHERE kind = '';

-- Answers to a broadcast of ours, written elsewhere.
CREATE TABLE inbox.reply (
    id          text PRIMARY KEY,
    video       uuid NOT NULL,
    team        uuid NOT NULL REFERENCES team.team,
    author      text NOT NULL,
    host        text NOT NULL,
    in_reply_to text NOT NULL,
    -- Sanitised.
    content     text NOT NULL,
    published   timestamptz NOT NULL,
    -- Of two versions that of the later moment counts; of two of one moment, that of the greater hash.
    version_at  timestamptz NOT NULL,
    version     bytea NOT NULL,
    -- What made it, as it came: it is passed on unchanged when it is shown.
    activity    bytea NOT NULL,
    -- Whether it may be: its actor signed it, it means to everybody what it meant to us, and names nobody in secret.
    may_pass_on boolean NOT NULL,
    -- When it was passed on for the last time; NULL if it never was.
    announced_at timestamptz,
    state       text NOT NULL CHECK (state IN ('WAITING', 'SHOWN', 'HIDDEN')),
    received_at timestamptz NOT NULL
);
CREATE INDEX reply_video ON inbox.reply (video, published);
CREATE INDEX reply_waiting ON inbox.reply (team, received_at) WHERE state = 'WAITING';
CREATE INDEX reply_author ON inbox.reply (author);
CREATE INDEX reply_host ON inbox.reply (host);

-- What was deleted where it was written, so that it cannot come back: SHA-256 of its address.
CREATE TABLE inbox.deleted (
    address_hash bytea PRIMARY KEY,
    deleted_at   timestamptz NOT NULL
);

-- What moderators elsewhere tell ours.
CREATE TABLE inbox.report (
    id          text PRIMARY KEY,
    host        text NOT NULL,
    reporter    text NOT NULL,
    -- One address a line: of whom and of what.
    objects     text NOT NULL,
    content     text NOT NULL,
    received_at timestamptz NOT NULL,
    closed_at   timestamptz
);
CREATE INDEX report_open ON inbox.report (received_at) WHERE closed_at IS NULL;
CREATE INDEX report_host ON inbox.report (host) WHERE closed_at IS NULL;

-- What a team wants to decide itself; without a row, nothing.
CREATE TABLE inbox.team_rule (
    team              uuid PRIMARY KEY REFERENCES team.team,
    approve_followers boolean NOT NULL,
    approve_replies   boolean NOT NULL
);
