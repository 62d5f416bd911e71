CREATE SCHEMA following;

-- Somebody elsewhere whom the node's Application follows, or has asked to: one Follow, however many here want it.
CREATE TABLE following.followee (
    actor        text PRIMARY KEY CHECK (octet_length(actor) <= 2000),
    -- Host and port of its address, in lower case.
    host         text NOT NULL,
    -- ActivityStreams type: what a Person announces is what they like, and not what they do.
    kind         text NOT NULL,
    inbox        text NOT NULL CHECK (octet_length(inbox) <= 2000),
    state        text NOT NULL CHECK (state IN ('ASKED', 'FOLLOWED', 'REFUSED', 'GONE')),
    -- The activities that asked, the latest last: an answer may be to any of them, and an end has to be of all.
    follows      uuid[] NOT NULL,
    asked_at     timestamptz NOT NULL,
    -- When it is asked again; NULL where it is not.
    next_ask_at  timestamptz,
    -- Arrival of the latest answer; 0 before.
    answered     bigint NOT NULL DEFAULT 0,
    -- Whether it was read what was on air there when they said yes.
    greeted      boolean NOT NULL DEFAULT false,
    -- When somebody looks again who it is and what is on air there.
    next_look_at timestamptz NOT NULL,
    -- Since when its server does not answer; NULL while it does.
    silent_since timestamptz
);
CREATE INDEX followee_ask ON following.followee (next_ask_at) WHERE next_ask_at IS NOT NULL;
CREATE INDEX followee_look ON following.followee (next_look_at);
CREATE INDEX followee_host ON following.followee (host);

-- Who here wants to follow it: a team, a member, or, with neither, the node.
CREATE TABLE following.wish (
    followee  text NOT NULL REFERENCES following.followee ON DELETE CASCADE,
    team      uuid REFERENCES team.team,
    member    uuid REFERENCES team.member,
    wished_at timestamptz NOT NULL,
    CHECK (num_nonnulls(team, member) <= 1),
    UNIQUE NULLS NOT DISTINCT (followee, team, member)
);
CREATE INDEX wish_team ON following.wish (team);
CREATE INDEX wish_member ON following.wish (member);

-- A broadcast elsewhere, as its origin tells it.
CREATE TABLE following.stream (
    -- Of the Video; of an Owncast server, which has one stream, its actor.
    id             text PRIMARY KEY CHECK (octet_length(id) <= 2000),
    -- Host and port of its address, in lower case.
    host           text NOT NULL,
    -- Whose it is: the team, or whoever streams alone.
    team           text NOT NULL,
    title          text NOT NULL,
    -- Where it is watched, on its own server.
    page           text NOT NULL,
    on_air         boolean NOT NULL,
    since          timestamptz NOT NULL,
    -- Rises with everything that its origin says of it; 0 where it does not count.
    sequence       bigint NOT NULL,
    -- When it was said, or fetched: the order where nothing is counted.
    said_at        timestamptz NOT NULL,
    -- Until when that is believed without hearing more.
    believed_until timestamptz NOT NULL,
    -- When it is looked up at its origin; NULL where it is not.
    next_look_at   timestamptz
);
CREATE INDEX stream_look ON following.stream (next_look_at) WHERE next_look_at IS NOT NULL;
CREATE INDEX stream_team ON following.stream (team);
CREATE INDEX stream_host ON following.stream (host);

-- By whom it was heard of: who follows them sees it.
CREATE TABLE following.mention (
    stream   text NOT NULL REFERENCES following.stream ON DELETE CASCADE,
    followee text NOT NULL REFERENCES following.followee ON DELETE CASCADE,
    PRIMARY KEY (stream, followee)
);
CREATE INDEX mention_followee ON following.mention (followee);

-- What somebody who is followed pointed at, and nobody here has seen yet: it is looked up where it is from.
CREATE TABLE following.hint (
    video        text NOT NULL CHECK (octet_length(video) <= 2000),
    followee     text NOT NULL REFERENCES following.followee ON DELETE CASCADE,
    tries        integer NOT NULL DEFAULT 0,
    next_look_at timestamptz NOT NULL,
    PRIMARY KEY (video, followee)
);
CREATE INDEX hint_look ON following.hint (next_look_at);
CREATE INDEX hint_followee ON following.hint (followee);
