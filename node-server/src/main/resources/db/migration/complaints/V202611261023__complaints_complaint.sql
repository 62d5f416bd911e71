CREATE SCHEMA complaints;

-- What people of a team told the operators of other servers about somebody there.
CREATE TABLE complaints.complaint (
    -- Of the activity that tells it.
    id      uuid PRIMARY KEY,
    team    uuid NOT NULL REFERENCES team.team,
    accused text NOT NULL,
    -- What they wrote, one address a line.
    objects text NOT NULL,
    words   text NOT NULL,
    sent_at timestamptz NOT NULL
);
CREATE INDEX complaint_team ON complaints.complaint (team, sent_at);
