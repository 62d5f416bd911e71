// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.WebAddress;
import live.tributary.node.kernel.Instants;

/** SQL of followers. */
final class FollowerStore {

    private static final String SELECT = """
            SELECT actor, follower, follow, inbox, shared_inbox, kind, state
              FROM fediverse.follower
            """;

    private final JdbcClient db;

    FollowerStore(JdbcClient db) {
        this.db = db;
    }

    /** Whether the address fits into the table. */
    static boolean fits(URI inbox) {
        return inbox.toString().getBytes(StandardCharsets.UTF_8).length <= WebAddress.LONGEST;
    }

    /** A follower who asks again is one row still. */
    void put(Follower follower, String host, Instant now) {
        db.sql("""
                INSERT INTO fediverse.follower
                       (actor, follower, follow, inbox, shared_inbox, host, kind, state, asked_at)
                VALUES (:actor, :follower, :follow, :inbox, :sharedInbox, :host, :kind, :state, :now)
                    ON CONFLICT (actor, follower) DO UPDATE
                   SET follow = excluded.follow, inbox = excluded.inbox, shared_inbox = excluded.shared_inbox,
                       kind = excluded.kind, state = excluded.state""")
                .param("actor", follower.of().value())
                .param("follower", follower.address().toString())
                .param("follow", follower.follow().toString())
                .param("inbox", follower.inbox().toString())
                .param("sharedInbox", follower.sharedInbox().toString())
                .param("host", host)
                .param("kind", follower.kind())
                .param("state", follower.state().name())
                .param("now", Instants.parameter(now))
                .update();
    }

    boolean remove(ActorId of, URI follower) {
        return db.sql("DELETE FROM fediverse.follower WHERE actor = :actor AND follower = :follower")
                        .param("actor", of.value())
                        .param("follower", follower.toString())
                        .update()
                > 0;
    }

    /** Whomever it follows. */
    int removeEverywhere(URI follower) {
        return db.sql("DELETE FROM fediverse.follower WHERE follower = :follower")
                .param("follower", follower.toString())
                .update();
    }

    int removeHost(String host) {
        return db.sql("DELETE FROM fediverse.follower WHERE host = :host")
                .param("host", host)
                .update();
    }

    /** It has another inbox now. */
    void move(URI follower, URI inbox, URI sharedInbox) {
        db.sql("""
                UPDATE fediverse.follower
                   SET inbox = :inbox, shared_inbox = :sharedInbox
                 WHERE follower = :follower""")
                .param("inbox", inbox.toString())
                .param("sharedInbox", sharedInbox.toString())
                .param("follower", follower.toString())
                .update();
    }

    Optional<Follower> find(ActorId of, URI follower) {
        return db.sql(SELECT + " WHERE actor = :actor AND follower = :follower")
                .param("actor", of.value())
                .param("follower", follower.toString())
                .query((row, _) -> follower(row))
                .optional();
    }

    /** The latest first. */
    List<Follower> of(ActorId actor, Follower.State state, int most) {
        return db.sql(SELECT + " WHERE actor = :actor AND state = :state ORDER BY asked_at DESC, follower LIMIT :most")
                .param("actor", actor.value())
                .param("state", state.name())
                .param("most", most)
                .query((row, _) -> follower(row))
                .list();
    }

    /** Whom it removed, the latest first. */
    List<Follower> removeOn(String server, ActorId actor) {
        return db.sql("""
                WITH gone AS (DELETE FROM fediverse.follower
                               WHERE actor = :actor
                                 AND (split_part(host, ':', 1) = :server
                                      OR right(split_part(host, ':', 1), length(:server) + 1) = '.' || :server)
                           RETURNING *)
                SELECT actor, follower, follow, inbox, shared_inbox, kind, state
                  FROM gone ORDER BY asked_at DESC, follower""")
                .param("actor", actor.value())
                .param("server", server)
                .query((row, _) -> follower(row))
                .list();
    }

    /** Who gets deliveries at this inbox. */
    List<URI> at(URI inbox, int most) {
        return db.sql("""
                SELECT DISTINCT follower FROM fediverse.follower
                 WHERE shared_inbox = :inbox OR inbox = :inbox
                 ORDER BY follower LIMIT :most""")
                .param("inbox", inbox.toString())
                .param("most", most)
                .query((row, _) -> URI.create(row.getString("follower")))
                .list();
    }

    List<String> hosts() {
        return db.sql("SELECT DISTINCT host FROM fediverse.follower ORDER BY host")
                .query(String.class)
                .list();
    }

    int count(ActorId of, Follower.State state) {
        return db.sql("SELECT count(*) FROM fediverse.follower WHERE actor = :actor AND state = :state")
                .param("actor", of.value())
                .param("state", state.name())
                .query(Integer.class)
                .single();
    }

    private static Follower follower(ResultSet row) throws SQLException {
        return new Follower(
                new ActorId(row.getString("actor")),
                URI.create(row.getString("follower")),
                URI.create(row.getString("follow")),
                URI.create(row.getString("inbox")),
                URI.create(row.getString("shared_inbox")),
                row.getString("kind"),
                Follower.State.valueOf(row.getString("state")));
    }
}
