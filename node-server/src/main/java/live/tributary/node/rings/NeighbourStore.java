// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of rings that share a member with those of this node's teams. */
final class NeighbourStore {

    private final JdbcClient db;

    NeighbourStore(JdbcClient db) {
        this.db = db;
    }

    /** The teams that each of them names. */
    Map<URI, Set<URI>> all() {
        var all = new HashMap<URI, Set<URI>>();
        db.sql("SELECT ring, members FROM rings.neighbour ORDER BY ring").query(row -> {
            all.put(
                    URI.create(row.getString("ring")),
                    RingStore.addresses(row.getString("members")).collect(Collectors.toSet()));
        });
        return all;
    }

    /** These and no others; whoever is new is read soon. */
    void keep(Collection<URI> rings, Instant now) {
        db.sql("DELETE FROM rings.neighbour WHERE ring <> ALL (string_to_array(:kept, ' '))")
                .param("kept", RingStore.join(rings))
                .update();
        rings.forEach(ring -> db.sql("""
                INSERT INTO rings.neighbour (ring, members, next_look_at) VALUES (:ring, '', :now)
                    ON CONFLICT DO NOTHING""")
                .param("ring", ring.toString())
                .param("now", Instants.parameter(now))
                .update());
    }

    void put(URI ring, Collection<URI> members, Instant next) {
        db.sql("UPDATE rings.neighbour SET members = :members, next_look_at = :next WHERE ring = :ring")
                .param("members", RingStore.join(members))
                .param("next", Instants.parameter(next))
                .param("ring", ring.toString())
                .update();
    }

    void lookAt(URI ring, Instant next) {
        db.sql("UPDATE rings.neighbour SET next_look_at = :next WHERE ring = :ring")
                .param("next", Instants.parameter(next))
                .param("ring", ring.toString())
                .update();
    }

    List<URI> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE rings.neighbour SET next_look_at = :leased
                 WHERE ring IN (SELECT ring FROM rings.neighbour WHERE next_look_at <= :now
                                 ORDER BY next_look_at LIMIT :most)
                RETURNING ring""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> URI.create(row.getString("ring")))
                .list();
    }
}
