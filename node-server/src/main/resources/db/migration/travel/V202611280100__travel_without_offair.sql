-- Off air there are links, and nobody asks for room.
DELETE FROM travel.visit WHERE kind = 'OFFAIR';
ALTER TABLE travel.visit DROP CONSTRAINT visit_kind_check;
ALTER TABLE travel.visit ADD CONSTRAINT visit_kind_check CHECK (kind IN ('END', 'HOST', 'INTERMISSION'));
ALTER TABLE travel.handoff DROP CONSTRAINT handoff_kind_check;
ALTER TABLE travel.handoff ADD CONSTRAINT handoff_kind_check CHECK (kind IN ('END', 'HOST', 'INTERMISSION'));
