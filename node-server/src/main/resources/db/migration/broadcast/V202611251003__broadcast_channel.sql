CREATE SCHEMA broadcast;

CREATE TABLE broadcast.channel (
    id         text PRIMARY KEY,
    team       uuid NOT NULL REFERENCES team.team,
    member     uuid NOT NULL UNIQUE REFERENCES team.member,
    title      text NOT NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX channel_team ON broadcast.channel (team);

CREATE TABLE broadcast.stream_key (
    id           uuid PRIMARY KEY,
    channel      text NOT NULL REFERENCES broadcast.channel,
    key_hash     text NOT NULL UNIQUE,
    label        text NOT NULL,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX stream_key_channel ON broadcast.stream_key (channel);

CREATE TABLE broadcast.broadcast (
    id         uuid PRIMARY KEY,
    channel    text NOT NULL REFERENCES broadcast.channel,
    title      text NOT NULL,
    opened_at  timestamptz NOT NULL,
    started_at timestamptz,
    ended_at   timestamptz,
    end_reason text,
    CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
-- At most one broadcast at a time on a channel; any number at once on a node.
CREATE UNIQUE INDEX broadcast_current ON broadcast.broadcast (channel) WHERE ended_at IS NULL;
CREATE INDEX broadcast_channel ON broadcast.broadcast (channel, opened_at);
