// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of our actors' keys; the private ones arrive here encrypted. */
final class ActorKeyStore {

    private final JdbcClient db;

    ActorKeyStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Two pairs, the public halves as SubjectPublicKeyInfo in PEM, the private ones encrypted PKCS #8.
     *
     * @param proofNumber of the Ed25519 pair among all that the actor ever had
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on as they are, never compared
    record Row(String rsaPublic, byte[] rsaSealed, String ed25519Public, byte[] ed25519Sealed, int proofNumber) {}

    Optional<Row> find(ActorId actor) {
        return db.sql("""
                SELECT rsa_public, rsa_sealed, ed25519_public, ed25519_sealed, proof_number
                  FROM fediverse.actor_key
                 WHERE actor = :actor""")
                .param("actor", actor.value())
                .query((row, _) -> new Row(
                        row.getString("rsa_public"),
                        row.getBytes("rsa_sealed"),
                        row.getString("ed25519_public"),
                        row.getBytes("ed25519_sealed"),
                        row.getInt("proof_number")))
                .optional();
    }

    /** One of those that have keys. */
    Optional<ActorId> somebody() {
        return db.sql("SELECT actor FROM fediverse.actor_key ORDER BY created_at, actor LIMIT 1")
                .query((row, _) -> new ActorId(row.getString("actor")))
                .optional();
    }

    /** Nothing happens where the actor has keys already. */
    void add(ActorId actor, Row keys, Instant now) {
        db.sql("""
                INSERT INTO fediverse.actor_key
                       (actor, rsa_public, rsa_sealed, ed25519_public, ed25519_sealed, proof_number, created_at)
                VALUES (:actor, :rsaPublic, :rsaSealed, :ed25519Public, :ed25519Sealed, :proofNumber, :now)
                    ON CONFLICT DO NOTHING""")
                .param("actor", actor.value())
                .param("rsaPublic", keys.rsaPublic())
                .param("rsaSealed", keys.rsaSealed())
                .param("ed25519Public", keys.ed25519Public())
                .param("ed25519Sealed", keys.ed25519Sealed())
                .param("proofNumber", keys.proofNumber())
                .param("now", Instants.parameter(now))
                .update();
    }
}
