-- Questions of a moment, and their answers.
ALTER TABLE fediverse.delivery DROP CONSTRAINT delivery_urgency_check;
ALTER TABLE fediverse.delivery
    ADD CONSTRAINT delivery_urgency_check CHECK (urgency IN ('LIVE', 'HEARTBEAT', 'MOMENT', 'NORMAL'));
