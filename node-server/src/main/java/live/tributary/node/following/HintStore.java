// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.Instants;

/** SQL of what somebody pointed at, and nobody here has seen yet. */
final class HintStore {

    private final JdbcClient db;

    HintStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Notes it, unless they have pointed at so much already that waits to be looked at. What is looked at just now, or was in
     * vain, is due at once.
     *
     * @param most of one followee
     */
    void add(URI video, URI followee, Instant now, int most) {
        db.sql("""
                INSERT INTO following.hint (video, domain, followee, next_look_at)
                SELECT :video, :domain, :followee, :now
                 WHERE (SELECT count(*) FROM following.hint
                         WHERE hint.followee = :followee AND hint.video <> :video) < :most
                    ON CONFLICT (video, followee) DO UPDATE SET next_look_at = excluded.next_look_at""")
                .param("video", video.toString())
                .param("domain", Domains.of(FolloweeStore.host(video)))
                .param("followee", followee.toString())
                .param("now", Instants.parameter(now))
                .param("most", most)
                .update();
    }

    /**
     * What is looked up now.
     *
     * @param lease after which it is due again, if nothing was done about it
     * @param busy domains that are left alone
     */
    List<Due> claim(Instant now, Duration lease, Collection<String> busy, int most) {
        var leased = now.plus(lease);
        return db
                .sql("""
                UPDATE following.hint SET next_look_at = :leased, tries = tries + 1
                 WHERE video IN (SELECT video
                                   FROM (SELECT video, min(next_look_at) AS since,
                                                row_number() OVER (PARTITION BY domain ORDER BY min(next_look_at)) AS place
                                           FROM following.hint
                                          WHERE next_look_at <= :now AND domain <> ALL (string_to_array(:busy, ' '))
                                          GROUP BY domain, video) due
                                  WHERE place <= :perDomain ORDER BY since LIMIT :most)
                RETURNING video""")
                .param("leased", Instants.parameter(leased))
                .param("busy", String.join(" ", busy))
                .param("perDomain", UnderWay.MOST_PER_DOMAIN)
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> new Due(URI.create(row.getString("video")), leased))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    /** Whether this one pointed at it, and it was not seen yet. */
    boolean isNoted(URI video, URI followee) {
        return db.sql("SELECT 1 FROM following.hint WHERE video = :video AND followee = :followee")
                .param("video", video.toString())
                .param("followee", followee.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Who pointed at it. */
    List<URI> followees(URI video) {
        return db.sql("SELECT followee FROM following.hint WHERE video = :video")
                .param("video", video.toString())
                .query((row, _) -> URI.create(row.getString("followee")))
                .list();
    }

    /**
     * Whether it is being looked at, and nobody has said since then that it is deleted. What is noted of it stays so until the
     * transaction ends.
     */
    boolean isUnderWay(URI video) {
        return db
                .sql("SELECT tries FROM following.hint WHERE video = :video FOR UPDATE")
                .param("video", video.toString())
                .query(Integer.class)
                .list()
                .stream()
                .anyMatch(tries -> tries > 0);
    }

    /** What these pointed at was looked at; true where one of them has pointed at it once more since that began. */
    boolean answer(Due due, Collection<URI> followees) {
        return !followees.isEmpty()
                && db.sql("""
                        DELETE FROM following.hint WHERE video = :video AND followee IN (:followees)
                        RETURNING next_look_at <> :leased""")
                        .param("video", due.address().toString())
                        .param(
                                "followees",
                                followees.stream().map(URI::toString).toList())
                        .param("leased", Instants.parameter(due.leasedUntil()))
                        .query(Boolean.class)
                        .list()
                        .contains(true);
    }

    /** Nobody answered. */
    void later(Due due, Instant at) {
        db.sql("UPDATE following.hint SET next_look_at = :at WHERE video = :video AND next_look_at = :leased")
                .param("at", Instants.parameter(at))
                .param("video", due.address().toString())
                .param("leased", Instants.parameter(due.leasedUntil()))
                .update();
    }

    /** There is nothing; unless somebody pointed at it since then. */
    void drop(Due due) {
        db.sql("DELETE FROM following.hint WHERE video = :video AND next_look_at = :leased")
                .param("video", due.address().toString())
                .param("leased", Instants.parameter(due.leasedUntil()))
                .update();
    }

    /** Gives up what was looked at so often in vain, or could not be kept. */
    void dropTried(Instant now, int mostTries) {
        db.sql("DELETE FROM following.hint WHERE next_look_at <= :now AND tries >= :mostTries")
                .param("now", Instants.parameter(now))
                .param("mostTries", mostTries)
                .update();
    }

    void remove(URI video) {
        db.sql("DELETE FROM following.hint WHERE video = :video")
                .param("video", video.toString())
                .update();
    }
}
