// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.kernel.Instants;

/** SQL of what is on its way: which delivery may go now, and what became of it. */
final class DeliveryStore {

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Takes what may go now, for the length of a lease. Of one sender to one inbox about one thing only the first; to one
     * host as many as there are connections; to a host in trouble one, when it is time to try.
     *
     * @param perHost the most under way to one host
     */
    List<Claim> claim(Instant now, Duration lease, int perHost, int most) {
        return db.sql("""
                UPDATE fediverse.delivery claimed
                   SET claimed_until = :lease
                  FROM fediverse.activity said
                 WHERE said.id = claimed.activity AND claimed.id IN (
                     SELECT free.id FROM fediverse.delivery free WHERE free.id IN (
                         SELECT due.id FROM (
                             SELECT d.id, d.next_attempt_at, COALESCE(host.breaker, 'CLOSED') AS breaker,
                                    row_number() OVER (PARTITION BY d.host ORDER BY d.next_attempt_at, d.id)
                                    + (SELECT count(*) FROM fediverse.delivery busy
                                        WHERE busy.host = d.host AND busy.state = 'QUEUED'
                                          AND busy.claimed_until > :now) AS place
                               FROM fediverse.delivery d LEFT JOIN fediverse.host host ON host.name = d.host
                              WHERE d.state = 'QUEUED' AND d.next_attempt_at <= :now AND d.expires_at > :now
                                AND (d.claimed_until IS NULL OR d.claimed_until <= :now)
                                AND (host.breaker IS NULL OR host.breaker = 'CLOSED' OR host.probe_at <= :now)
                                AND NOT EXISTS (SELECT 1 FROM fediverse.delivery earlier
                                                 WHERE earlier.inbox = d.inbox AND earlier.sender = d.sender
                                                   AND earlier.about = d.about AND earlier.state = 'QUEUED'
                                                   AND earlier.id < d.id)) due
                          WHERE due.place <= CASE due.breaker WHEN 'CLOSED' THEN :perHost ELSE 1 END
                          ORDER BY due.next_attempt_at, due.id
                          LIMIT :most)
                       FOR UPDATE SKIP LOCKED)
                RETURNING claimed.id, claimed.activity, claimed.sender, claimed.inbox, claimed.host, claimed.urgency,
                          claimed.attempts, claimed.queued_at, said.document""")
                .param("now", Instants.parameter(now))
                .param("lease", Instants.parameter(now.plus(lease)))
                .param("perHost", perHost)
                .param("most", most)
                .query((row, _) -> claim(row))
                .list();
    }

    /** After a crash: nobody is at work on anything any more. */
    void releaseAll() {
        db.sql(
                        "UPDATE fediverse.delivery SET claimed_until = NULL WHERE state = 'QUEUED' AND claimed_until IS NOT NULL")
                .update();
    }

    void settle(long id, Fate fate, String answer, Instant now) {
        db.sql("""
                UPDATE fediverse.delivery
                   SET state = :fate, last_answer = :answer, settled_at = :now, claimed_until = NULL,
                       attempts = attempts + 1
                 WHERE id = :id AND state = 'QUEUED'""")
                .param("fate", fate.name())
                .param("answer", answer)
                .param("now", Instants.parameter(now))
                .param("id", id)
                .update();
    }

    /** @param attempts made so far, as far as they count */
    void postpone(long id, int attempts, Instant nextAttemptAt, String answer) {
        db.sql("""
                UPDATE fediverse.delivery
                   SET attempts = :attempts, next_attempt_at = :next, last_answer = :answer, claimed_until = NULL
                 WHERE id = :id AND state = 'QUEUED'""")
                .param("attempts", attempts)
                .param("next", Instants.parameter(nextAttemptAt))
                .param("answer", answer)
                .param("id", id)
                .update();
    }

    /**
     * It has to go elsewhere; where it was sent there already, it is done.
     *
     * @param attempts made so far: an inbox that moves with each of them must not be followed for ever
     */
    void redirect(long id, URI inbox, int attempts, Instant nextAttemptAt, Instant now) {
        var moved = db.sql("""
                UPDATE fediverse.delivery moved
                   SET inbox = :inbox, host = lower(split_part(:inbox, '/', 3)), next_attempt_at = :next,
                       attempts = :attempts, claimed_until = NULL
                 WHERE moved.id = :id
                   AND NOT EXISTS (SELECT 1 FROM fediverse.delivery other
                                    WHERE other.activity = moved.activity AND other.inbox = :inbox)""")
                .param("inbox", inbox.toString())
                .param("attempts", attempts)
                .param("next", Instants.parameter(nextAttemptAt))
                .param("id", id)
                .update();
        if (moved == 0) {
            settle(id, Fate.REPLACED, "sent to " + inbox, now);
        }
    }

    /** What waits for the host need not wait any longer. */
    int hurry(String host, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET next_attempt_at = :now
                 WHERE host = :host AND state = 'QUEUED' AND next_attempt_at > :now""")
                .param("now", Instants.parameter(now))
                .param("host", host)
                .update();
    }

    /** What waits for the host is not sent. */
    int drop(String host, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET state = 'DROPPED', settled_at = :now, claimed_until = NULL
                 WHERE host = :host AND state = 'QUEUED'""")
                .param("now", Instants.parameter(now))
                .param("host", host)
                .update();
    }

    /** What is too old is not sent. */
    int expire(Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET state = 'EXPIRED', settled_at = :now
                 WHERE state = 'QUEUED' AND expires_at <= :now
                   AND (claimed_until IS NULL OR claimed_until <= :now)""").param("now", Instants.parameter(now)).update();
    }

    /** Whoever has not heard of a beginning, and will not any more, does not hear how it went on either. */
    int dropSequels(Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery sequel
                   SET state = 'DROPPED', settled_at = :now
                 WHERE sequel.state = 'QUEUED' AND (sequel.claimed_until IS NULL OR sequel.claimed_until <= :now)
                   AND sequel.activity IN (SELECT id FROM fediverse.activity WHERE verb IN ('UPDATE', 'UPDATE_NOTE'))
                   AND EXISTS (SELECT 1 FROM fediverse.delivery missed
                                WHERE missed.inbox = sequel.inbox AND missed.about = sequel.about
                                  AND missed.state = 'EXPIRED'
                                  AND missed.activity IN (SELECT id FROM fediverse.activity
                                                           WHERE verb IN ('CREATE', 'CREATE_NOTE', 'ANNOUNCE', 'PASS_ON')))
                   AND NOT EXISTS (SELECT 1 FROM fediverse.delivery known
                                    WHERE known.inbox = sequel.inbox AND known.about = sequel.about
                                      AND known.state = 'ARRIVED')""").param("now", Instants.parameter(now)).update();
    }

    /** Of what goes to one inbox. */
    Optional<Progress> progress(UUID activity) {
        return db.sql("SELECT state, last_answer FROM fediverse.delivery WHERE activity = :activity LIMIT 1")
                .param("activity", activity)
                .query((row, _) -> new Progress(state(row.getString("state")), row.getString("last_answer")))
                .optional();
    }

    private static Progress.State state(String word) {
        return switch (word) {
            case "QUEUED" -> Progress.State.WAITING;
            case "ARRIVED" -> Progress.State.ARRIVED;
            default -> Progress.State.LOST;
        };
    }

    /** All but who was told of a broadcast that may still be taken back. */
    void prune(Instant before) {
        db.sql("""
                DELETE FROM fediverse.delivery told
                 WHERE settled_at < :before
                   AND NOT (told.state = 'ARRIVED' AND EXISTS (
                       SELECT 1 FROM fediverse.activity said JOIN fediverse.video shown ON shown.id = said.video
                        WHERE said.id = told.activity AND said.verb IN ('CREATE', 'CREATE_NOTE', 'ANNOUNCE', 'PASS_ON')
                          AND shown.removed_at IS NULL))""").param("before", Instants.parameter(before)).update();
    }

    long queued() {
        return db.sql("SELECT count(*) FROM fediverse.delivery WHERE state = 'QUEUED'")
                .query(Long.class)
                .single();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getLong("id"),
                row.getObject("activity", UUID.class),
                new ActorId(row.getString("sender")),
                URI.create(row.getString("inbox")),
                row.getString("host"),
                DeliveryClass.valueOf(row.getString("urgency")),
                row.getInt("attempts"),
                Instants.read(row, "queued_at"),
                row.getBytes("document"));
    }
}
