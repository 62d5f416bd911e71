CREATE SCHEMA accounts;

CREATE TABLE accounts.account (
    id            uuid PRIMARY KEY,
    handle        text NOT NULL UNIQUE,
    display_name  text NOT NULL,
    password_hash text NOT NULL,
    node_owner    boolean NOT NULL,
    created_at    timestamptz NOT NULL
);

CREATE TABLE accounts.session (
    id           uuid PRIMARY KEY,
    account      uuid NOT NULL REFERENCES accounts.account,
    token_hash   text NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    browser      text NOT NULL
);
CREATE INDEX session_account ON accounts.session (account);
CREATE INDEX session_last_used_at ON accounts.session (last_used_at);

CREATE TABLE accounts.login_link (
    token_hash text PRIMARY KEY,
    account    uuid NOT NULL REFERENCES accounts.account,
    expires_at timestamptz NOT NULL
);
