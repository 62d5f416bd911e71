// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of hand-offs of teams of this node, and of the rafts of theirs that somebody took in. */
final class HandoffStore {

    /** Of one broadcast: an end, a host's choice and an intermission may meet, and each may be pressed twice. */
    private static final int MOST_AT_ONCE = 10;

    private final JdbcClient db;

    HandoffStore(JdbcClient db) {
        this.db = db;
    }

    /** Begins one, with the next number of its broadcast. Of two that begin at once the later has the number after it. */
    int begin(UUID video, TeamId team, HandoffKind kind, Instant now) {
        return Stream.generate(() -> insert(video, team, kind, now))
                .limit(MOST_AT_ONCE)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("too many hand-offs of %s begin at once".formatted(video)));
    }

    /** Empty where another one has the number. */
    private Optional<Integer> insert(UUID video, TeamId team, HandoffKind kind, Instant now) {
        return db.sql("""
                INSERT INTO travel.handoff (video, number, team, kind, began_at, told)
                SELECT :video, coalesce(max(number), 0) + 1, :team, :kind, :now, false
                  FROM travel.handoff WHERE video = :video
                    ON CONFLICT DO NOTHING
                RETURNING number""")
                .param("video", video)
                .param("team", team.value())
                .param("kind", kind.name())
                .param("now", Instants.parameter(now))
                .query(Integer.class)
                .optional();
    }

    /** Whether the team's host sent viewers there since that moment. */
    boolean hasHostSent(TeamId team, URI target, Instant since) {
        return db.sql("""
                SELECT count(*) FROM travel.raft
                  JOIN travel.handoff USING (video, number)
                 WHERE handoff.team = :team AND handoff.kind = 'HOST' AND raft.target = :target
                   AND raft.accepted_at > :since""")
                        .param("team", team.value())
                        .param("target", target.toString())
                        .param("since", Instants.parameter(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void accepted(UUID video, int number, int raft, Prospect target, int size, Instant now) {
        db.sql("""
                INSERT INTO travel.raft (video, number, raft, target, target_video, name, page, public, size, sent, arrived,
                                         accepted_at)
                VALUES (:video, :number, :raft, :target, :targetVideo, :name, :page, :public, :size, 0, -1, :now)
                    ON CONFLICT (video, number, raft) DO UPDATE
                   SET target = excluded.target, target_video = excluded.target_video, name = excluded.name,
                       page = excluded.page, public = excluded.public, accepted_at = excluded.accepted_at,
                       sent = CASE WHEN raft.target = excluded.target THEN raft.sent ELSE 0 END,
                       arrived = CASE WHEN raft.target = excluded.target THEN raft.arrived ELSE -1 END""")
                .param("video", video)
                .param("number", number)
                .param("raft", raft)
                .param("target", target.team().toString())
                .param("targetVideo", target.video().toString())
                .param("name", target.name())
                .param("page", target.page().toString())
                .param("public", target.discoverable())
                .param("size", size)
                .param("now", Instants.parameter(now))
                .update();
    }

    /** One more ticket was given out; says how many were before. */
    int sent(UUID video, int number, int raft) {
        return db.sql("""
                UPDATE travel.raft SET sent = sent + 1
                 WHERE video = :video AND number = :number AND raft = :raft
                RETURNING sent - 1""")
                .param("video", video)
                .param("number", number)
                .param("raft", raft)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** What the target counted, as far as that can be; false where it is not the one that took the raft in. */
    boolean receipt(UUID video, int number, int raft, URI target, int arrived) {
        return db.sql("""
                UPDATE travel.raft SET arrived = LEAST(:arrived, size)
                 WHERE video = :video AND number = :number AND raft = :raft AND target = :target""")
                        .param("arrived", arrived)
                        .param("video", video)
                        .param("number", number)
                        .param("raft", raft)
                        .param("target", target.toString())
                        .update()
                > 0;
    }

    /** Whether viewers of the team were sent to that broadcast: from there nobody is sent back. */
    boolean hasSentTo(TeamId team, URI video) {
        return db.sql("""
                SELECT count(*) FROM travel.raft
                  JOIN travel.handoff USING (video, number)
                 WHERE handoff.team = :team AND raft.target_video = :video AND raft.sent > 0""")
                        .param("team", team.value())
                        .param("video", video.toString())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Hand-offs that began before that moment and were not told of; each once. */
    List<Untold> takeUntold(Instant before) {
        return db.sql("""
                UPDATE travel.handoff SET told = true WHERE NOT told AND began_at <= :before
                RETURNING video, number, team""")
                .param("before", Instants.parameter(before))
                .query((row, _) -> new Untold(
                        row.getObject("video", UUID.class),
                        row.getInt("number"),
                        new TeamId(row.getObject("team", UUID.class))))
                .list();
    }

    /** A hand-off that the team's followers do not know of. */
    record Untold(UUID video, int number, TeamId team) {}

    /** Where its largest raft went, of those of which everybody may know. */
    Optional<URI> largestWentTo(UUID video, int number) {
        return db.sql("""
                SELECT target_video FROM travel.raft
                 WHERE video = :video AND number = :number AND public AND sent > 0
                 ORDER BY sent DESC, raft LIMIT 1""")
                .param("video", video)
                .param("number", number)
                .query((row, _) -> URI.create(row.getString("target_video")))
                .optional();
    }

    /** And where their rafts went. Nobody remembers their numbers for so long, so that one may come again. */
    void forgetBefore(Instant moment) {
        db.sql("""
                DELETE FROM travel.raft USING travel.handoff
                 WHERE (raft.video, raft.number) = (handoff.video, handoff.number)
                   AND handoff.began_at < :moment""").param("moment", Instants.parameter(moment)).update();
        db.sql("DELETE FROM travel.handoff WHERE began_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    /** What became of the team's viewers since that moment, the latest first. */
    List<Sending> sendings(TeamId team, Instant since) {
        return db.sql("""
                SELECT handoff.kind, raft.target, max(raft.name) AS name, max(raft.page) AS page, sum(raft.sent) AS sent,
                       coalesce(sum(raft.arrived) FILTER (WHERE raft.arrived >= 0), -1) AS arrived,
                       max(raft.accepted_at) AS at
                  FROM travel.raft
                  JOIN travel.handoff USING (video, number)
                 WHERE handoff.team = :team AND handoff.began_at > :since
                 GROUP BY handoff.video, handoff.number, handoff.kind, raft.target
                 ORDER BY at DESC LIMIT 50""")
                .param("team", team.value())
                .param("since", Instants.parameter(since))
                .query((row, _) -> sending(row))
                .list();
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                HandoffKind.valueOf(row.getString("kind")),
                row.getString("name"),
                URI.create(row.getString("page")),
                row.getInt("sent"),
                row.getInt("arrived"),
                Instants.read(row, "at"));
    }
}
