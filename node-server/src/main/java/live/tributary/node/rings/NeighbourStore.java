// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of rings elsewhere that no team of this node is in. */
final class NeighbourStore {

    private final JdbcClient db;

    NeighbourStore(JdbcClient db) {
        this.db = db;
    }

    /** Those that were read. */
    Map<URI, FarRing> all() {
        var all = new HashMap<URI, FarRing>();
        db.sql("SELECT ring, name, charter, page, members, size FROM rings.neighbour WHERE page <> ''")
                .query(row -> {
                    all.put(URI.create(row.getString("ring")), ring(row));
                });
        return all;
    }

    private static FarRing ring(ResultSet row) throws SQLException {
        return new FarRing(
                row.getString("name"),
                row.getString("charter"),
                URI.create(row.getString("page")),
                RingStore.addresses(row.getString("members")).toList(),
                row.getInt("size"));
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

    void put(URI ring, FarRing read, Instant next) {
        db.sql("""
                UPDATE rings.neighbour
                   SET name = :name, charter = :charter, page = :page, members = :members, size = :size,
                       next_look_at = :next
                 WHERE ring = :ring""")
                .param("name", read.name())
                .param("charter", read.charter())
                .param("page", read.page().toString())
                .param("members", RingStore.join(read.teams()))
                .param("size", read.size())
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
