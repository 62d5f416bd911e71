-- For whom a team vouches. What was taken back stays to the end of its month: nobody gives more by taking back.
CREATE TABLE listing.vouch (
    team     uuid NOT NULL REFERENCES team.team,
    -- Address of the actor of a team elsewhere.
    actor    text NOT NULL CHECK (octet_length(actor) <= 2000),
    name     text NOT NULL,
    inbox    text NOT NULL,
    since    timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (team, actor, since)
);
CREATE INDEX vouch_of_month ON listing.vouch (since);
