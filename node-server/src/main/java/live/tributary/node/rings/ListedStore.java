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

/** SQL of the rings that teams of this node's directory say they are in. */
final class ListedStore {

    private final JdbcClient db;

    ListedStore(JdbcClient db) {
        this.db = db;
    }

    /** The rings that each of them names. */
    Map<URI, Set<URI>> all() {
        var all = new HashMap<URI, Set<URI>>();
        db.sql("SELECT actor, rings FROM rings.listed").query(row -> {
            all.put(
                    URI.create(row.getString("actor")),
                    RingStore.addresses(row.getString("rings")).collect(Collectors.toSet()));
        });
        return all;
    }

    /** It says that it is in rings: which, is to be read. */
    void due(URI team, Instant now) {
        db.sql("""
                INSERT INTO rings.listed (actor, rings, next_look_at) VALUES (:actor, '', :now)
                    ON CONFLICT (actor) DO UPDATE SET next_look_at = excluded.next_look_at""")
                .param("actor", team.toString())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** It is in none any more; false where it was in none. */
    boolean forget(URI team) {
        return db.sql("DELETE FROM rings.listed WHERE actor = :actor")
                        .param("actor", team.toString())
                        .update()
                == 1;
    }

    /** It names these; false where that is no news, or the team is not listed any more. */
    boolean put(URI team, Collection<URI> rings) {
        return db.sql("UPDATE rings.listed SET rings = :rings WHERE actor = :actor AND rings <> :rings")
                        .param("actor", team.toString())
                        .param("rings", RingStore.join(rings.stream().sorted().toList()))
                        .update()
                == 1;
    }

    void lookAt(URI team, Instant next) {
        db.sql("UPDATE rings.listed SET next_look_at = :next WHERE actor = :actor")
                .param("actor", team.toString())
                .param("next", Instants.parameter(next))
                .update();
    }

    /** Teams that are read now.
     *  @param lease after which they are due again */
    List<URI> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE rings.listed SET next_look_at = :leased
                 WHERE actor IN (SELECT actor FROM rings.listed WHERE next_look_at <= :now
                                  ORDER BY next_look_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING actor""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }
}
