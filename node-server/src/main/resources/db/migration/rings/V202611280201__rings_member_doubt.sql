-- Answers of a member's server, one after the other, that say nothing of the ring: after several of them over a day it has left.
ALTER TABLE rings.member
    ADD COLUMN bad_answers int NOT NULL DEFAULT 0,
    -- NULL while the last answer was a good one.
    ADD COLUMN bad_since timestamptz;
