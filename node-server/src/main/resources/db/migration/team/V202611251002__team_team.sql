CREATE SCHEMA team;

CREATE TABLE team.team (
    id         uuid PRIMARY KEY,
    handle     text NOT NULL UNIQUE,
    name       text NOT NULL,
    mark       text NOT NULL,
    hue        integer NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE team.member (
    id           uuid PRIMARY KEY,
    team         uuid NOT NULL REFERENCES team.team,
    account      uuid NOT NULL REFERENCES accounts.account,
    handle       text NOT NULL,
    display_name text NOT NULL,
    role         text NOT NULL CHECK (role IN ('OWNER', 'STREAMER')),
    joined_at    timestamptz NOT NULL,
    removed_at   timestamptz
);
-- Somebody who left may come back, and somebody else may have the handle meanwhile.
CREATE UNIQUE INDEX member_team_handle ON team.member (team, handle) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX member_team_account ON team.member (team, account) WHERE removed_at IS NULL;
CREATE INDEX member_account ON team.member (account);

CREATE TABLE team.invitation (
    id         uuid PRIMARY KEY,
    team       uuid NOT NULL REFERENCES team.team,
    token_hash text NOT NULL UNIQUE,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    closed_at  timestamptz
);
CREATE INDEX invitation_team ON team.invitation (team);
