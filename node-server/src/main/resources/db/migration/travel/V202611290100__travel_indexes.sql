-- From where viewers came to a broadcast; asked for each raft that leaves it.
CREATE INDEX visit_of_video ON travel.visit (video);
-- What a team's followers were not told yet; asked every second.
CREATE INDEX handoff_untold ON travel.handoff (began_at) WHERE NOT told;
