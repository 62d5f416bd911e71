CREATE SCHEMA health;

-- How a broadcast went: one row when it is over. Seconds by cause are in a table of their own, because causes grow.
CREATE TABLE health.record (
    broadcast              uuid PRIMARY KEY REFERENCES broadcast.broadcast,
    channel                text NOT NULL REFERENCES broadcast.channel,
    opened_at              timestamptz NOT NULL,
    ended_at               timestamptz NOT NULL,
    good_seconds           integer NOT NULL,
    bits_per_second        bigint NOT NULL,
    frames                 bigint NOT NULL,
    missed_frames          bigint NOT NULL,
    late_frames            bigint NOT NULL,
    left_out_frames        bigint NOT NULL,
    longest_key_frame_ms   integer NOT NULL,
    losses                 integer NOT NULL,
    take_overs             integer NOT NULL,
    players                integer NOT NULL,
    smooth_players         integer NOT NULL
);
CREATE INDEX record_channel ON health.record (channel, ended_at);

CREATE TABLE health.trouble (
    broadcast uuid NOT NULL REFERENCES health.record,
    cause     text NOT NULL,
    seconds   integer NOT NULL,
    PRIMARY KEY (broadcast, cause)
);
