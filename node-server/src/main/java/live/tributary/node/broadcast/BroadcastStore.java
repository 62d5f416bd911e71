// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Instants;

/** SQL of broadcasts. */
final class BroadcastStore {

    private static final String SELECT = """
            SELECT id, channel, title, opened_at, started_at, ended_at, %s
              FROM broadcast.broadcast
            """.formatted(AboutStore.COLUMNS);

    private final JdbcClient db;

    BroadcastStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Broadcast> find(BroadcastId id) {
        return db.sql(SELECT + " WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> broadcast(row))
                .optional();
    }

    Optional<Broadcast> current(ChannelId channel) {
        return db.sql(SELECT + " WHERE channel = :channel AND ended_at IS NULL")
                .param("channel", channel.value())
                .query((row, _) -> broadcast(row))
                .optional();
    }

    List<Broadcast> allCurrent() {
        return db.sql(SELECT + " WHERE ended_at IS NULL ORDER BY opened_at, id")
                .query((row, _) -> broadcast(row))
                .list();
    }

    void add(Broadcast broadcast) {
        db.sql("""
                INSERT INTO broadcast.broadcast (id, channel, title, opened_at)
                VALUES (:id, :channel, :title, :openedAt)""")
                .param("id", broadcast.id().value())
                .param("channel", broadcast.channel().value())
                .param("title", broadcast.title().value())
                .param("openedAt", Instants.parameter(broadcast.openedAt()))
                .update();
    }

    boolean start(BroadcastId id, Instant now) {
        return db.sql("""
                UPDATE broadcast.broadcast
                   SET started_at = :now
                 WHERE id = :id AND started_at IS NULL AND ended_at IS NULL""")
                        .param("now", Instants.parameter(now))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void rename(BroadcastId id, Title title) {
        db.sql("UPDATE broadcast.broadcast SET title = :title WHERE id = :id")
                .param("title", title.value())
                .param("id", id.value())
                .update();
    }

    boolean end(BroadcastId id, EndReason reason, Instant now) {
        return db.sql("""
                UPDATE broadcast.broadcast
                   SET ended_at = :now, end_reason = :reason
                 WHERE id = :id AND ended_at IS NULL""")
                        .param("now", Instants.parameter(now))
                        .param("reason", reason.name())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Broadcast broadcast(ResultSet row) throws SQLException {
        return new Broadcast(
                new BroadcastId(row.getObject("id", UUID.class)),
                new ChannelId(row.getString("channel")),
                new Title(row.getString("title")),
                AboutStore.read(row),
                Instants.read(row, "opened_at"),
                state(row));
    }

    private static BroadcastState state(ResultSet row) throws SQLException {
        var ended = Instants.readOptional(row, "ended_at");
        if (ended.isPresent()) {
            return new BroadcastState.Ended(ended.get());
        }
        return Instants.readOptional(row, "started_at")
                .<BroadcastState>map(BroadcastState.Live::new)
                .orElse(new BroadcastState.Open());
    }
}
