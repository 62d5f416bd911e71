// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fixtures.FederatedNode;
import live.tributary.node.kernel.Instants;

/** What is kept, for a test to look behind the scenes; within its transaction, with a client of the node. */
final class KeptStore {

    private final JdbcClient db;

    KeptStore(JdbcClient db) {
        this.db = db;
    }

    /** Of a node, within whatever transaction is open there. */
    static KeptStore in(FederatedNode node) {
        return new KeptStore(node.get(JdbcClient.class));
    }

    /** Broadcasts whose addresses begin so, as lines; each line once. */
    List<String> below(URI address) {
        return db.sql("""
                SELECT DISTINCT concat_ws(' ', title, on_air, sequence) FROM following.stream
                 WHERE starts_with(id, :address)""")
                .param("address", address.toString())
                .query(String.class)
                .list();
    }

    /** How much is to be looked at before this moment. */
    int due(Instant moment) {
        return db.sql("""
                SELECT (SELECT count(*) FROM following.hint)
                     + (SELECT count(*) FROM following.stream WHERE next_look_at < :moment)""")
                .param("moment", Instants.parameter(moment))
                .query(Integer.class)
                .single();
    }

    Instant nextLook(URI video) {
        return db.sql("SELECT next_look_at FROM following.stream WHERE id = :id")
                .param("id", video.toString())
                .query((row, _) -> Instants.read(row, "next_look_at"))
                .single();
    }

    /** Whether a transaction waits for another. */
    boolean isAnybodyWaiting() {
        return db.sql("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")
                .query(Boolean.class)
                .single();
    }

    boolean isLookedAtBetween(URI actor, Instant earliest, Instant latest) {
        return db.sql("SELECT next_look_at BETWEEN :earliest AND :latest FROM following.followee WHERE actor = :actor")
                .param("actor", actor.toString())
                .param("earliest", Instants.parameter(earliest))
                .param("latest", Instants.parameter(latest))
                .query(Boolean.class)
                .single();
    }

    /** So much is kept of what somebody spoke of. */
    int spokenOfBy(URI followee) {
        return db.sql("SELECT count(*) FROM following.mention WHERE followee = :followee")
                .param("followee", followee.toString())
                .query(Integer.class)
                .single();
    }

    int hints() {
        return db.sql("SELECT count(*) FROM following.hint")
                .query(Integer.class)
                .single();
    }
}
