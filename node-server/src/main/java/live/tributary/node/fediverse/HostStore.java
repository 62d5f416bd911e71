// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.delivery.Breaker;
import live.tributary.federation.delivery.SignatureHabit;
import live.tributary.federation.signature.SignatureKind;
import live.tributary.node.kernel.Instants;

/** SQL of what is known of other hosts. */
final class HostStore {

    private static final String SELECT = """
            SELECT breaker, failures, failing_since, probe_at, signature, signature_held
              FROM fediverse.host
             WHERE name = :name
            """;

    private final JdbcClient db;

    HostStore(JdbcClient db) {
        this.db = db;
    }

    Optional<KnownHost> find(String name) {
        return db.sql(SELECT).param("name", name).query((row, _) -> host(row)).optional();
    }

    /** One change at a time: two deliveries that fail at once are two failures. */
    KnownHost lock(String name) {
        put(name, KnownHost.unknown(), " ON CONFLICT DO NOTHING");
        return db.sql(SELECT + " FOR UPDATE")
                .param("name", name)
                .query((row, _) -> host(row))
                .single();
    }

    void put(String name, KnownHost host) {
        put(name, host, """
                 ON CONFLICT (name) DO UPDATE
                SET breaker = excluded.breaker, failures = excluded.failures, failing_since = excluded.failing_since,
                    probe_at = excluded.probe_at, signature = excluded.signature,
                    signature_held = excluded.signature_held""");
    }

    private void put(String name, KnownHost host, String otherwise) {
        var breaker = Columns.of(host.breaker());
        db.sql("""
                INSERT INTO fediverse.host
                       (name, breaker, failures, failing_since, probe_at, signature, signature_held)
                VALUES (:name, :breaker, :failures, :failingSince, :probeAt, :signature, :signatureHeld)""" + otherwise)
                .param("name", name)
                .param("breaker", breaker.state())
                .param("failures", breaker.failures())
                .param("failingSince", Instants.parameter(breaker.failingSince()))
                .param("probeAt", Instants.parameter(breaker.probeAt()))
                .param("signature", host.signature().kind().name())
                .param("signatureHeld", Instants.parameter(host.signature().heldUntil()))
                .update();
    }

    /** Forgets hosts that were silent since then, that nobody follows from, and for which nothing waits. */
    void forgetBefore(Instant moment) {
        db.sql("""
                DELETE FROM fediverse.host
                 WHERE greatest(failing_since, probe_at, signature_held, coalesce(asked_at, 'epoch')) < :moment
                   AND NOT EXISTS (SELECT 1 FROM fediverse.follower WHERE follower.host = host.name)
                   AND NOT EXISTS (SELECT 1 FROM fediverse.delivery
                                    WHERE delivery.host = host.name AND delivery.state = 'QUEUED')""").param("moment", Instants.parameter(moment)).update();
    }

    static KnownHost host(ResultSet row) throws SQLException {
        var habit = new SignatureHabit(
                SignatureKind.valueOf(row.getString("signature")), Instants.read(row, "signature_held"));
        return new KnownHost(breaker(row), habit);
    }

    private static Breaker breaker(ResultSet row) throws SQLException {
        var since = Instants.read(row, "failing_since");
        var probeAt = Instants.read(row, "probe_at");
        return switch (row.getString("breaker")) {
            case "OPEN" -> new Breaker.Open(since, probeAt);
            case "GONE" -> new Breaker.Gone(since, probeAt);
            default -> new Breaker.Closed(row.getInt("failures"), since);
        };
    }

    /** A breaker in columns. */
    private record Columns(String state, int failures, Instant failingSince, Instant probeAt) {

        static Columns of(Breaker breaker) {
            return switch (breaker) {
                case Breaker.Closed(var failures, var since) -> new Columns("CLOSED", failures, since, Instant.EPOCH);
                case Breaker.Open(var since, var probeAt) -> new Columns("OPEN", 0, since, probeAt);
                case Breaker.Gone(var since, var probeAt) -> new Columns("GONE", 0, since, probeAt);
            };
        }
    }
}
