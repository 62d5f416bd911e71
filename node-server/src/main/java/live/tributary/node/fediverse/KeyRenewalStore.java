// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of keys that are to be replaced, and of those that were. */
final class KeyRenewalStore {

    private final JdbcClient db;

    KeyRenewalStore(JdbcClient db) {
        this.db = db;
    }

    /** An Ed25519 key that was replaced, as SubjectPublicKeyInfo in PEM. */
    record FormerProof(int number, String ed25519Public) {}

    /** An RSA key that was replaced, and the activity that tells of it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
    record Retiring(UUID toldBy, String rsaPublic, byte[] rsaSealed) {}

    /** Of those whose last renewal is over; whoever has no keys yet needs no others. */
    int ask(List<ActorId> actors, Instant now) {
        return actors.isEmpty()
                ? 0
                : db.sql("""
                        UPDATE fediverse.actor_key wanted
                           SET renewal_asked_at = :now
                         WHERE wanted.actor IN (:actors) AND wanted.renewal_asked_at IS NULL
                           AND NOT EXISTS (SELECT 1 FROM fediverse.retiring_key old WHERE old.actor = wanted.actor)""")
                        .param("now", Instants.parameter(now))
                        .param("actors", actors.stream().map(ActorId::value).toList())
                        .update();
    }

    /** Whoever is to get new keys, the longest asked for first; nobody could look up those of who is gone. */
    List<ActorId> asked() {
        return db.sql("""
                SELECT key.actor FROM fediverse.actor_key key JOIN fediverse.actor ON actor.id = key.actor
                 WHERE key.renewal_asked_at IS NOT NULL AND actor.gone_at IS NULL
                   AND NOT EXISTS (SELECT 1 FROM fediverse.retiring_key old WHERE old.actor = key.actor)
                 ORDER BY key.renewal_asked_at, key.actor""")
                .query((row, _) -> new ActorId(row.getString("actor")))
                .list();
    }

    /** For nobody else until the transaction ends; false where somebody else has made them meanwhile. */
    boolean lockAsked(ActorId actor) {
        return db.sql("""
                SELECT key.actor FROM fediverse.actor_key key JOIN fediverse.actor ON actor.id = key.actor
                 WHERE key.actor = :actor AND key.renewal_asked_at IS NOT NULL AND actor.gone_at IS NULL
                   FOR UPDATE""")
                .param("actor", actor.value())
                .query(String.class)
                .optional()
                .isPresent();
    }

    /**
     * Puts new keys in the place of those in use. Of the old ones the private Ed25519 key is gone at once.
     *
     * @param toldBy the activity that tells of it
     */
    void replace(ActorId actor, ActorKeyStore.Row keys, UUID toldBy, Instant now) {
        retire(actor, toldBy, now);
        db.sql("""
                UPDATE fediverse.actor_key
                   SET rsa_public = :rsaPublic, rsa_sealed = :rsaSealed, ed25519_public = :ed25519Public,
                       ed25519_sealed = :ed25519Sealed, proof_number = proof_number + 1, created_at = :now,
                       renewal_asked_at = NULL
                 WHERE actor = :actor""")
                .param("actor", actor.value())
                .param("rsaPublic", keys.rsaPublic())
                .param("rsaSealed", keys.rsaSealed())
                .param("ed25519Public", keys.ed25519Public())
                .param("ed25519Sealed", keys.ed25519Sealed())
                .param("now", Instants.parameter(now))
                .update();
    }

    private void retire(ActorId actor, UUID toldBy, Instant now) {
        db.sql("""
                INSERT INTO fediverse.retiring_key (actor, rsa_public, rsa_sealed, told_by, retired_at)
                SELECT actor, rsa_public, rsa_sealed, CAST(:toldBy AS uuid), CAST(:now AS timestamptz)
                  FROM fediverse.actor_key WHERE actor = :actor""")
                .param("actor", actor.value())
                .param("toldBy", toldBy)
                .param("now", Instants.parameter(now))
                .update();
        db.sql("""
                INSERT INTO fediverse.former_proof_key (actor, number, ed25519_public, retired_at)
                SELECT actor, proof_number, ed25519_public, CAST(:now AS timestamptz)
                  FROM fediverse.actor_key WHERE actor = :actor""")
                .param("actor", actor.value())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The actor's last words tell of no key, and are signed with the one that everybody knows. */
    void handOver(ActorId actor, UUID lastWords) {
        db.sql("UPDATE fediverse.retiring_key SET told_by = :lastWords WHERE actor = :actor")
                .param("lastWords", lastWords)
                .param("actor", actor.value())
                .update();
    }

    List<FormerProof> formerProofs(ActorId actor) {
        return db.sql("""
                SELECT number, ed25519_public FROM fediverse.former_proof_key
                 WHERE actor = :actor ORDER BY number DESC""")
                .param("actor", actor.value())
                .query((row, _) -> new FormerProof(row.getInt("number"), row.getString("ed25519_public")))
                .list();
    }

    List<Retiring> retiring(ActorId actor) {
        return db.sql("SELECT told_by, rsa_public, rsa_sealed FROM fediverse.retiring_key WHERE actor = :actor")
                .param("actor", actor.value())
                .query((row, _) -> new Retiring(
                        row.getObject("told_by", UUID.class), row.getString("rsa_public"), row.getBytes("rsa_sealed")))
                .list();
    }

    /**
     * Destroys RSA keys that were replaced: when everybody was told, and in any case after a while.
     *
     * @param before replaced so long ago that nobody is waited for
     */
    List<ActorId> destroyRetired(Instant before) {
        return db.sql("""
                DELETE FROM fediverse.retiring_key old
                 WHERE old.retired_at <= :before
                    OR (NOT EXISTS (SELECT 1 FROM fediverse.activity said
                                     WHERE said.id = old.told_by AND said.due_at IS NOT NULL)
                        AND NOT EXISTS (SELECT 1 FROM fediverse.delivery open
                                         WHERE open.activity = old.told_by AND open.state = 'QUEUED'))
                RETURNING old.actor""")
                .param("before", Instants.parameter(before))
                .query((row, _) -> new ActorId(row.getString("actor")))
                .list();
    }

    /** Proofs by keys that were replaced before this time are believed no more. */
    List<ActorId> forgetProofs(Instant before) {
        return db.sql("DELETE FROM fediverse.former_proof_key WHERE retired_at <= :before RETURNING actor")
                .param("before", Instants.parameter(before))
                .query((row, _) -> new ActorId(row.getString("actor")))
                .list();
    }

    KeyReport report(List<ActorId> actors) {
        return db.sql("""
                SELECT count(*) AS pairs, count(keys.renewal_asked_at) AS asked, count(old.actor) AS told,
                       min(keys.created_at) AS oldest
                  FROM fediverse.actor_key keys LEFT JOIN fediverse.retiring_key old ON old.actor = keys.actor
                 WHERE keys.actor = ANY (string_to_array(:actors, ','))""")
                .param(
                        "actors",
                        String.join(",", actors.stream().map(ActorId::value).toList()))
                .query((row, _) -> report(row))
                .single();
    }

    private static KeyReport report(ResultSet row) throws SQLException {
        var pairs = row.getInt("pairs");
        return pairs == 0
                ? new KeyReport.None()
                : new KeyReport.Made(pairs, row.getInt("asked"), row.getInt("told"), Instants.read(row, "oldest"));
    }
}
