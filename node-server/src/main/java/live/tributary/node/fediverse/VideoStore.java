// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fediverse.AnnouncedVideo.Life;
import live.tributary.node.fediverse.AnnouncedVideo.Lineage;
import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Instants;

/** SQL of broadcasts as others know them. */
final class VideoStore {

    private static final String SELECT = """
            SELECT id, broadcast, channel, author, team_group, title, started_at, updated_at, ended_at, removed_at,
                   noted, sequence, live_until, continues
              FROM fediverse.video
            """;

    private final JdbcClient db;

    VideoStore(JdbcClient db) {
        this.db = db;
    }

    Optional<AnnouncedVideo> find(UUID id) {
        return db.sql(SELECT + " WHERE id = :id")
                .param("id", id)
                .query((row, _) -> video(row))
                .optional();
    }

    Optional<AnnouncedVideo> find(BroadcastId broadcast) {
        return db.sql(SELECT + " WHERE broadcast = :broadcast")
                .param("broadcast", broadcast.value())
                .query((row, _) -> video(row))
                .optional();
    }

    /** The newest of the channel. */
    Optional<AnnouncedVideo> latest(ChannelId channel) {
        return db.sql(SELECT + " WHERE channel = :channel ORDER BY started_at DESC, id LIMIT 1")
                .param("channel", channel.value())
                .query((row, _) -> video(row))
                .optional();
    }

    /** What is on air, as far as others know. */
    List<AnnouncedVideo> live() {
        return db.sql(SELECT + " WHERE ended_at IS NULL AND removed_at IS NULL ORDER BY started_at, id")
                .query((row, _) -> video(row))
                .list();
    }

    /** What is on air in the group's name, the latest first. */
    List<AnnouncedVideo> live(ActorId group) {
        return db.sql(SELECT + """
                 WHERE team_group = :group AND ended_at IS NULL AND removed_at IS NULL
                 ORDER BY started_at DESC, id LIMIT 100""")
                .param("group", group.value())
                .query((row, _) -> video(row))
                .list();
    }

    /** Everything in the group's name that was not taken back, the latest first. */
    List<AnnouncedVideo> shown(ActorId group, int most) {
        return db.sql(SELECT + """
                 WHERE team_group = :group AND removed_at IS NULL
                 ORDER BY started_at DESC, id LIMIT :most""")
                .param("group", group.value())
                .param("most", most)
                .query((row, _) -> video(row))
                .list();
    }

    /** Those on air whose next sign of life is due. */
    List<AnnouncedVideo> heartbeatsDue(Instant now, int most) {
        return db.sql(SELECT + """
                 WHERE ended_at IS NULL AND removed_at IS NULL AND next_heartbeat_at <= :now
                 ORDER BY next_heartbeat_at LIMIT :most
                   FOR UPDATE SKIP LOCKED""")
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> video(row))
                .list();
    }

    void add(AnnouncedVideo video, Instant liveUntil, Instant nextHeartbeatAt) {
        db.sql("""
                INSERT INTO fediverse.video
                       (id, broadcast, channel, author, team_group, title, started_at, updated_at, noted,
                        sequence, live_until, next_heartbeat_at, continues)
                VALUES (:id, :broadcast, :channel, :author, :group, :title, :startedAt, :startedAt, :noted,
                        1, :liveUntil, :nextHeartbeatAt, :continues)""")
                .param("id", video.id())
                .param("broadcast", video.broadcast().value())
                .param("channel", video.channel().value())
                .param("author", video.author().value())
                .param("group", video.group().value())
                .param("title", video.title())
                .param("startedAt", Instants.parameter(video.startedAt()))
                .param("noted", video.noted())
                .param("liveUntil", Instants.parameter(liveUntil))
                .param("nextHeartbeatAt", Instants.parameter(nextHeartbeatAt))
                .param("continues", video.lineage() instanceof Lineage.Continues(var before) ? before : null)
                .update();
    }

    void rename(UUID id, String title, Instant now) {
        db.sql("""
                UPDATE fediverse.video
                   SET title = :title, updated_at = :now, sequence = sequence + 1
                 WHERE id = :id""")
                .param("title", title)
                .param("now", Instants.parameter(now))
                .param("id", id)
                .update();
    }

    /** Something else than its title has changed. */
    void touch(UUID id, Instant now) {
        db.sql("UPDATE fediverse.video SET updated_at = :now, sequence = sequence + 1 WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", id)
                .update();
    }

    /** False where it was over. */
    boolean end(UUID id, Instant now) {
        return db.sql("""
                UPDATE fediverse.video
                   SET ended_at = :now, updated_at = :now, sequence = sequence + 1
                 WHERE id = :id AND ended_at IS NULL""").param("now", Instants.parameter(now)).param("id", id).update() == 1;
    }

    /** False where that was done before. */
    boolean remove(UUID id, Instant now) {
        return db.sql("""
                UPDATE fediverse.video
                   SET removed_at = :now, updated_at = :now, sequence = sequence + 1
                 WHERE id = :id AND removed_at IS NULL""").param("now", Instants.parameter(now)).param("id", id).update() == 1;
    }

    void beat(UUID id, Instant liveUntil, Instant nextHeartbeatAt) {
        db.sql("""
                UPDATE fediverse.video
                   SET live_until = :liveUntil, next_heartbeat_at = :nextHeartbeatAt, sequence = sequence + 1
                 WHERE id = :id""")
                .param("liveUntil", Instants.parameter(liveUntil))
                .param("nextHeartbeatAt", Instants.parameter(nextHeartbeatAt))
                .param("id", id)
                .update();
    }

    private static AnnouncedVideo video(ResultSet row) throws SQLException {
        return new AnnouncedVideo(
                row.getObject("id", UUID.class),
                new BroadcastId(row.getObject("broadcast", UUID.class)),
                new ChannelId(row.getString("channel")),
                new ActorId(row.getString("author")),
                new ActorId(row.getString("team_group")),
                row.getString("title"),
                Instants.read(row, "started_at"),
                Instants.read(row, "updated_at"),
                row.getBoolean("noted"),
                row.getLong("sequence"),
                life(row),
                lineage(row));
    }

    private static Lineage lineage(ResultSet row) throws SQLException {
        var before = row.getObject("continues", UUID.class);
        return before == null ? new Lineage.New() : new Lineage.Continues(before);
    }

    private static Life life(ResultSet row) throws SQLException {
        var removed = Instants.readOptional(row, "removed_at");
        if (removed.isPresent()) {
            return new Life.Removed(removed.get());
        }
        var ended = Instants.readOptional(row, "ended_at");
        return ended.isPresent() ? new Life.Ended(ended.get()) : new Life.Live(Instants.read(row, "live_until"));
    }
}
