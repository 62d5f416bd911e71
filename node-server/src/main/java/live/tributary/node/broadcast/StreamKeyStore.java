// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.SecretHash;
import live.tributary.node.kernel.StreamKeyId;

/** SQL of stream keys. A revoked key stays as a row, so that its use can be explained. */
final class StreamKeyStore {

    private final JdbcClient db;

    private record Row(SecretHash hash, KeyLookup answer) {}

    StreamKeyStore(JdbcClient db) {
        this.db = db;
    }

    void add(StreamKeyFacts facts, SecretHash hash) {
        db.sql("""
                INSERT INTO broadcast.stream_key (id, channel, key_hash, label, created_at)
                VALUES (:id, :channel, :hash, :label, :createdAt)""")
                .param("id", facts.id().value())
                .param("channel", facts.channel().value())
                .param("hash", hash.hex())
                .param("label", facts.label().value())
                .param("createdAt", Instants.parameter(facts.createdAt()))
                .update();
    }

    /** The index finds the row; the last word has a comparison whose duration tells nothing. */
    KeyLookup find(SecretHash hash) {
        return db.sql("SELECT id, channel, key_hash, revoked_at FROM broadcast.stream_key WHERE key_hash = :hash")
                .param("hash", hash.hex())
                .query((row, _) -> new Row(new SecretHash(row.getString("key_hash")), answer(row)))
                .optional()
                .filter(row -> row.hash().matches(hash))
                .map(Row::answer)
                .orElse(new KeyLookup.Unknown());
    }

    Optional<ChannelId> channelOf(StreamKeyId id) {
        return db.sql("SELECT channel FROM broadcast.stream_key WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(ChannelId::new);
    }

    List<StreamKeyFacts> of(ChannelId channel) {
        return db.sql("""
                SELECT id, channel, label, created_at, last_used_at
                  FROM broadcast.stream_key
                 WHERE channel = :channel AND revoked_at IS NULL
                 ORDER BY created_at DESC, id""")
                .param("channel", channel.value())
                .query((row, _) -> facts(row))
                .list();
    }

    void markUsed(StreamKeyId id, Instant now) {
        db.sql("UPDATE broadcast.stream_key SET last_used_at = :now WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", id.value())
                .update();
    }

    boolean revoke(StreamKeyId id, Instant now) {
        return db.sql("UPDATE broadcast.stream_key SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
                        .param("now", Instants.parameter(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static KeyLookup answer(ResultSet row) throws SQLException {
        var id = new StreamKeyId(row.getObject("id", UUID.class));
        var channel = new ChannelId(row.getString("channel"));
        return Instants.readOptional(row, "revoked_at").isPresent()
                ? new KeyLookup.Revoked(id, channel)
                : new KeyLookup.Valid(id, channel);
    }

    private static StreamKeyFacts facts(ResultSet row) throws SQLException {
        return new StreamKeyFacts(
                new StreamKeyId(row.getObject("id", UUID.class)),
                new ChannelId(row.getString("channel")),
                new KeyLabel(row.getString("label")),
                Instants.read(row, "created_at"),
                Instants.readOptional(row, "last_used_at")
                        .<KeyUse>map(KeyUse.Last::new)
                        .orElse(new KeyUse.Never()));
    }
}
