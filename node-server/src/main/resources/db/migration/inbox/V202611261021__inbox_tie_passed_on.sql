-- Whether it was told to those followers of the team who read what a group passes on: then they hear of its end, too.
ALTER TABLE inbox.tie ADD COLUMN passed_on boolean NOT NULL DEFAULT false;
