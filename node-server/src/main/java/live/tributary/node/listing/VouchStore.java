// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.RemoteActor;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of the vouches that teams gave. */
final class VouchStore {

    private final JdbcClient db;

    VouchStore(JdbcClient db) {
        this.db = db;
    }

    /** Nobody else vouches until the transaction ends. */
    void lock() {
        db.sql("LOCK TABLE listing.vouch IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** The oldest first. */
    List<TeamVouch> of(TeamId team) {
        return db.sql("""
                SELECT actor, name, since FROM listing.vouch
                 WHERE team = :team AND ended_at IS NULL ORDER BY since, actor""")
                .param("team", team.value())
                .query((row, _) -> new TeamVouch(
                        URI.create(row.getString("actor")), row.getString("name"), Instants.read(row, "since")))
                .list();
    }

    /** How many all teams of the node gave since then, also those that they took back. */
    int countSince(Instant then) {
        return db.sql("SELECT count(*) FROM listing.vouch WHERE since >= :then")
                .param("then", Instants.parameter(then))
                .query(Integer.class)
                .single();
    }

    void add(TeamId team, RemoteActor vouched, String name, Instant now) {
        db.sql("""
                INSERT INTO listing.vouch (team, actor, name, inbox, since)
                VALUES (:team, :actor, :name, :inbox, :now)""")
                .param("team", team.value())
                .param("actor", vouched.id().toString())
                .param("name", name)
                .param("inbox", vouched.inbox().toString())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The inbox of whom it was given for; empty where it was not. */
    Optional<URI> end(TeamId team, URI vouched, Instant now) {
        return db.sql("""
                UPDATE listing.vouch SET ended_at = :now
                 WHERE team = :team AND actor = :actor AND ended_at IS NULL
                RETURNING inbox""")
                .param("now", Instants.parameter(now))
                .param("team", team.value())
                .param("actor", vouched.toString())
                .query((row, _) -> URI.create(row.getString("inbox")))
                .optional();
    }

    void forgetEndedBefore(Instant monthBegan) {
        db.sql("DELETE FROM listing.vouch WHERE ended_at IS NOT NULL AND since < :monthBegan")
                .param("monthBegan", Instants.parameter(monthBegan))
                .update();
    }
}
