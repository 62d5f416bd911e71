CREATE SCHEMA domains;

-- What the operator decided about other hosts. A row counts for the hosts below it, too, unless they have one of their own.
CREATE TABLE domains.policy (
    domain         text PRIMARY KEY,
    severity       text NOT NULL,
    reject_media   boolean NOT NULL,
    reject_reports boolean NOT NULL,
    comment        text NOT NULL,
    obfuscate      boolean NOT NULL,
    changed_at     timestamptz NOT NULL
);

CREATE TABLE domains.allowed (
    domain     text PRIMARY KEY,
    allowed_at timestamptz NOT NULL
);
