-- LUFS of all that was heard, pauses left out; 0 where nobody listened.
ALTER TABLE health.record ADD COLUMN loudness_lufs double precision NOT NULL DEFAULT 0;
