-- Proofs outlive the key that made them, so each Ed25519 key of an actor has a number in its name.
ALTER TABLE fediverse.actor_key ADD COLUMN proof_number integer NOT NULL DEFAULT 1;
-- Since when somebody wants new keys that are not made yet.
ALTER TABLE fediverse.actor_key ADD COLUMN renewal_asked_at timestamptz;

-- RSA keys that were replaced, as long as not everybody was told. One for each actor: it is not replaced again meanwhile.
CREATE TABLE fediverse.retiring_key (
    actor      text PRIMARY KEY REFERENCES fediverse.actor,
    rsa_public text NOT NULL,
    rsa_sealed bytea NOT NULL,
    -- The activity that tells of the new key, and is signed with this one.
    told_by    uuid NOT NULL,
    retired_at timestamptz NOT NULL
);

-- Public halves of Ed25519 keys that were replaced: what they proved is still passed on.
CREATE TABLE fediverse.former_proof_key (
    actor          text NOT NULL REFERENCES fediverse.actor,
    number         integer NOT NULL,
    ed25519_public text NOT NULL,
    retired_at     timestamptz NOT NULL,
    PRIMARY KEY (actor, number)
);
