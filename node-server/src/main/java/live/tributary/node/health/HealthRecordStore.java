// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.BroadcastId;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.kernel.Instants;

/** SQL of health records. */
final class HealthRecordStore {

    private final JdbcClient db;

    HealthRecordStore(JdbcClient db) {
        this.db = db;
    }

    /** Does nothing the second time. */
    void add(HealthRecord added) {
        var figures = added.figures();
        int rows = db.sql("""
                INSERT INTO health.record (broadcast, channel, opened_at, ended_at, good_seconds, bits_per_second, frames,
                                           missed_frames, late_frames, left_out_frames, longest_key_frame_ms, losses,
                                           take_overs, loudness_lufs, players, smooth_players)
                VALUES (:broadcast, :channel, :openedAt, :endedAt, :goodSeconds, :bitsPerSecond, :frames, :missed, :late,
                        :leftOut, :longestKeyFrame, :losses, :takeOvers, :lufs, :players, :smooth)
                ON CONFLICT (broadcast) DO NOTHING""")
                .param("broadcast", added.broadcast().value())
                .param("channel", added.channel().value())
                .param("openedAt", Instants.parameter(added.openedAt()))
                .param("endedAt", Instants.parameter(added.endedAt()))
                .param("goodSeconds", added.goodSeconds())
                .param("bitsPerSecond", figures.bitsPerSecond())
                .param("frames", figures.frames())
                .param("missed", figures.missedFrames())
                .param("late", figures.lateFrames())
                .param("leftOut", figures.leftOutFrames())
                .param("longestKeyFrame", figures.longestKeyFrameMillis())
                .param("losses", figures.losses())
                .param("takeOvers", figures.takeOvers())
                .param("lufs", figures.lufs())
                .param("players", added.players())
                .param("smooth", added.smoothPlayers())
                .update();
        if (rows == 1) {
            added.causes().forEach((cause, seconds) -> addTrouble(added.broadcast(), cause, seconds));
        }
    }

    Optional<HealthRecord> latest(ChannelId channel) {
        return db.sql("""
                SELECT broadcast, channel, opened_at, ended_at, good_seconds, bits_per_second, frames, missed_frames,
                       late_frames, left_out_frames, longest_key_frame_ms, losses, take_overs, loudness_lufs, players,
                       smooth_players
                  FROM health.record
                 WHERE channel = :channel
                 ORDER BY ended_at DESC LIMIT 1""")
                .param("channel", channel.value())
                .query((row, _) -> read(row, troubles(row.getObject("broadcast", UUID.class))))
                .optional();
    }

    private void addTrouble(BroadcastId broadcast, Cause cause, int seconds) {
        db.sql("INSERT INTO health.trouble (broadcast, cause, seconds) VALUES (:broadcast, :cause, :seconds)")
                .param("broadcast", broadcast.value())
                .param("cause", cause.name())
                .param("seconds", seconds)
                .update();
    }

    private Map<Cause, Integer> troubles(UUID broadcast) {
        return db
                .sql("SELECT cause, seconds FROM health.trouble WHERE broadcast = :broadcast")
                .param("broadcast", broadcast)
                .query((row, _) -> Map.entry(Cause.valueOf(row.getString("cause")), row.getInt("seconds")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static HealthRecord read(ResultSet row, Map<Cause, Integer> causes) throws SQLException {
        var figures = new HealthRecord.Figures(
                row.getLong("bits_per_second"),
                row.getLong("frames"),
                row.getLong("missed_frames"),
                row.getLong("late_frames"),
                row.getLong("left_out_frames"),
                row.getInt("longest_key_frame_ms"),
                row.getInt("losses"),
                row.getInt("take_overs"),
                row.getDouble("loudness_lufs"));
        return new HealthRecord(
                new BroadcastId(row.getObject("broadcast", UUID.class)),
                new ChannelId(row.getString("channel")),
                Instants.read(row, "opened_at"),
                Instants.read(row, "ended_at"),
                row.getInt("good_seconds"),
                causes,
                figures,
                row.getInt("players"),
                row.getInt("smooth_players"));
    }
}
