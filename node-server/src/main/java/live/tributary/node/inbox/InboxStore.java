// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

import live.tributary.node.kernel.Instants;

/** SQL of what came. */
final class InboxStore {

    private final JdbcClient db;

    InboxStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps activities for the worker, in this order. Returns the ids of those of which none with their id came before. */
    Set<URI> add(List<Arrival> arrivals, Instant now) {
        return db.sql("""
                INSERT INTO inbox.activity (id, host, domain, actor, type, trust, body, received_at, next_attempt_at)
                SELECT id, host, domain, actor, type, trust, body, :now, :now
                  FROM unnest(:ids, :hosts, :domains, :actors, :types, :trusts, :bodies) WITH ORDINALITY
                       AS arrived (id, host, domain, actor, type, trust, body, place)
                 ORDER BY place
                    ON CONFLICT (id) DO NOTHING
                RETURNING id""")
                .param("ids", texts(arrivals, arrival -> arrival.id().toString()))
                .param("hosts", texts(arrivals, Arrival::host))
                .param("domains", texts(arrivals, arrival -> Domains.of(arrival.host())))
                .param("actors", texts(arrivals, arrival -> arrival.actor().toString()))
                .param("types", texts(arrivals, Arrival::type))
                .param("trusts", texts(arrivals, arrival -> arrival.trust().name()))
                .param("bodies", bodies(arrivals))
                .param("now", Instants.parameter(now))
                .query((row, _) -> URI.create(row.getString("id")))
                .set();
    }

    private static SqlArrayValue texts(List<Arrival> arrivals, Function<Arrival, String> member) {
        return new SqlArrayValue(
                "text", (Object[]) arrivals.stream().map(member).toArray(String[]::new));
    }

    private static SqlArrayValue bodies(List<Arrival> arrivals) {
        return new SqlArrayValue(
                "bytea", (Object[]) arrivals.stream().map(Arrival::body).toArray(byte[][]::new));
    }

    /** Whether so much of a domain, or more, waits to be worked on. */
    boolean hasWaiting(String domain, int much) {
        return db.sql("""
                SELECT count(*) FROM (SELECT FROM inbox.activity
                                       WHERE next_attempt_at IS NOT NULL AND domain = :domain LIMIT :much) waiting""")
                        .param("domain", domain)
                        .param("much", much)
                        .query(Integer.class)
                        .single()
                >= much;
    }

    /** Whether so much of all, or more, waits to be worked on. */
    boolean hasWaiting(int much) {
        return db.sql("""
                SELECT count(*) FROM (SELECT FROM inbox.activity
                                       WHERE next_attempt_at IS NOT NULL LIMIT :much) waiting""").param("much", much).query(Integer.class).single() >= much;
    }

    /**
     * Takes what is due, the oldest of each domain first, so that no domain waits for another's flood. Goes from domain to
     * domain along the index, and does not read the floods.
     *
     * @param busy domains that have their share
     * @param perDomain the most of one domain
     * @param lease after which it is due again, if nothing was heard of it
     */
    List<Received> claim(Instant now, Collection<String> busy, int perDomain, int most, Duration lease) {
        return db.sql("""
                WITH RECURSIVE waiting AS (
                    SELECT min(domain) AS domain FROM inbox.activity WHERE next_attempt_at IS NOT NULL
                     UNION ALL
                    SELECT (SELECT min(domain) FROM inbox.activity
                             WHERE next_attempt_at IS NOT NULL AND domain > waiting.domain)
                      FROM waiting WHERE waiting.domain IS NOT NULL)
                UPDATE inbox.activity SET next_attempt_at = :leased, attempts = attempts + 1
                 WHERE id IN (SELECT due.id
                                FROM waiting CROSS JOIN LATERAL (
                                     SELECT id, arrival FROM inbox.activity
                                      WHERE domain = waiting.domain AND next_attempt_at <= :now
                                      ORDER BY arrival LIMIT :perDomain) due
                               WHERE waiting.domain <> ALL (string_to_array(:busy, ' '))
                               ORDER BY due.arrival LIMIT :most)
                   AND next_attempt_at <= :now
                RETURNING id, arrival, host, actor, trust, body, received_at, attempts""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("busy", String.join(" ", busy))
                .param("perDomain", perDomain)
                .param("most", most)
                .query((row, _) -> received(row))
                .list();
    }

    /**
     * A crash of the database may take what this transaction changes: the note that it is done goes with it, so it is done again
     * at the next start ({@link #dueAgain}). Whoever sent it was answered when it was on the disk, before.
     */
    void doNotWaitForTheDisk() {
        db.sql("SET LOCAL synchronous_commit TO off").update();
    }

    /** After a crash: nobody is at work on anything any more. What waits for its next try is tried a little sooner. */
    void dueAgain(Instant now, Duration lease) {
        db.sql(
                        "UPDATE inbox.activity SET next_attempt_at = :now WHERE next_attempt_at > :now AND next_attempt_at <= :leased")
                .param("now", Instants.parameter(now))
                .param("leased", Instants.parameter(now.plus(lease)))
                .update();
    }

    /** Says what came of it; its body is not needed any more. */
    void done(URI id, String outcome) {
        db.sql("""
                UPDATE inbox.activity SET next_attempt_at = NULL, body = NULL, outcome = :outcome
                 WHERE id = :id""").param("outcome", outcome).param("id", id.toString()).update();
    }

    void again(URI id, Instant at, String outcome) {
        db.sql("UPDATE inbox.activity SET next_attempt_at = :at, outcome = :outcome WHERE id = :id")
                .param("at", Instants.parameter(at))
                .param("outcome", outcome)
                .param("id", id.toString())
                .update();
    }

    /** Forgets what came before that moment and was worked on. */
    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM inbox.activity WHERE received_at < :moment AND next_attempt_at IS NULL")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    /** Drops what a host sent and nobody has looked at yet. */
    void dropOf(String host) {
        db.sql("UPDATE inbox.activity SET next_attempt_at = NULL, body = NULL, outcome = 'host suspended' "
                        + "WHERE domain = :domain AND host = :host AND next_attempt_at IS NOT NULL")
                .param("domain", Domains.of(host))
                .param("host", host)
                .update();
    }

    private static Received received(ResultSet row) throws SQLException {
        return new Received(
                URI.create(row.getString("id")),
                row.getLong("arrival"),
                row.getString("host"),
                URI.create(row.getString("actor")),
                Trust.valueOf(row.getString("trust")),
                row.getBytes("body"),
                Instants.read(row, "received_at"),
                row.getInt("attempts"));
    }
}
