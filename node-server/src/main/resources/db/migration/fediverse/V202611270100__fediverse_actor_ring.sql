-- A ring of teams that this node hosts: a Service, which belongs to no team.
ALTER TABLE fediverse.actor DROP CONSTRAINT actor_kind_check;
ALTER TABLE fediverse.actor ADD CHECK (kind IN ('NODE', 'GROUP', 'STEWARD', 'PERSON', 'RING'));
