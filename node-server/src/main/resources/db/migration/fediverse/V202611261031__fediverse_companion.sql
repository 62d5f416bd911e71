-- Teams whose members tell their followers of a broadcast by a post beside it.
CREATE TABLE fediverse.companion (
    team uuid PRIMARY KEY REFERENCES team.team
);

-- Whether its author's followers were told by a post, and not by the video itself.
ALTER TABLE fediverse.video
    ADD COLUMN noted boolean NOT NULL DEFAULT false;
