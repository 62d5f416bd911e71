// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.remote.CachedKey;
import live.tributary.federation.remote.RemoteKey;
import live.tributary.federation.signature.VerifyingKey;
import live.tributary.node.kernel.Instants;

/** SQL of public keys of others. In the database, so that a node that restarts does not ask the whole Fediverse again. */
final class RemoteKeyStore {

    private final JdbcClient db;

    RemoteKeyStore(JdbcClient db) {
        this.db = db;
    }

    Optional<CachedKey> find(URI keyId) {
        return db.sql("SELECT owner, pem, fetched_at, tried_at, why FROM inbox.remote_key WHERE id = :id")
                .param("id", keyId.toString())
                .query((row, _) -> entry(keyId, row))
                .optional();
    }

    void keep(CachedKey entry) {
        switch (entry) {
            case CachedKey.Known(var key, var fetchedAt, var triedAt) ->
                put(key.keyId(), key.owner().toString(), key.key().toPem(), fetchedAt, triedAt, "");
            case CachedKey.Unknown(var keyId, var why, var triedAt) -> put(keyId, "", "", null, triedAt, why);
        }
    }

    /** Those of an actor who is gone. */
    void removeOf(URI owner) {
        db.sql("DELETE FROM inbox.remote_key WHERE owner = :owner")
                .param("owner", owner.toString())
                .update();
    }

    void forgetTriedBefore(Instant moment) {
        db.sql("DELETE FROM inbox.remote_key WHERE tried_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    /** Names under which no key ever was: whoever posts may invent any number of them. */
    void forgetAbsentTriedBefore(Instant moment) {
        db.sql("DELETE FROM inbox.remote_key WHERE fetched_at IS NULL AND tried_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    private void put(URI id, String owner, String pem, @Nullable Instant fetchedAt, Instant triedAt, String why) {
        db.sql("""
                INSERT INTO inbox.remote_key (id, owner, pem, fetched_at, tried_at, why)
                VALUES (:id, :owner, :pem, CAST(:fetchedAt AS timestamptz), :triedAt, :why)
                    ON CONFLICT (id) DO UPDATE
                   SET owner = excluded.owner, pem = excluded.pem, fetched_at = excluded.fetched_at,
                       tried_at = excluded.tried_at, why = excluded.why""")
                .param("id", id.toString())
                .param("owner", owner)
                .param("pem", pem)
                .param("fetchedAt", fetchedAt == null ? null : Instants.parameter(fetchedAt))
                .param("triedAt", Instants.parameter(triedAt))
                .param("why", why)
                .update();
    }

    private static CachedKey entry(URI keyId, ResultSet row) throws SQLException {
        var triedAt = Instants.read(row, "tried_at");
        var key = VerifyingKey.fromPem(row.getString("pem"));
        var fetchedAt = Instants.readOptional(row, "fetched_at");
        if (key.isEmpty() || fetchedAt.isEmpty()) {
            return new CachedKey.Unknown(keyId, row.getString("why"), triedAt);
        }
        var remote = new RemoteKey(keyId, URI.create(row.getString("owner")), key.get());
        return new CachedKey.Known(remote, fetchedAt.get(), triedAt);
    }
}
