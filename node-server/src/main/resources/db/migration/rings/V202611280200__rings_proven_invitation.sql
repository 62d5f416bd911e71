-- An invitation shows when the ring itself names whoever invites; until then it is looked into. Several members may invite a team.
-- Those that have been shown so far go on being shown.
DELETE FROM rings.invitation WHERE octet_length(ring) > 1000 OR octet_length(inviter) > 1000;
ALTER TABLE rings.invitation
    ADD CHECK (octet_length(ring) <= 1000),
    ADD CHECK (octet_length(inviter) <= 1000),
    DROP CONSTRAINT invitation_pkey,
    ADD PRIMARY KEY (team, ring, inviter),
    ADD COLUMN proven boolean NOT NULL DEFAULT true,
    -- When the ring is read for it; NULL when it is proven.
    ADD COLUMN next_look_at timestamptz,
    -- Since when the ring was read for it in vain; NULL while it was not.
    ADD COLUMN in_vain_since timestamptz;
ALTER TABLE rings.invitation ALTER COLUMN proven DROP DEFAULT;
CREATE INDEX invitation_look ON rings.invitation (next_look_at) WHERE next_look_at IS NOT NULL;
