// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of what other hosts say that they run. */
final class SoftwareStore {

    private final JdbcClient db;

    SoftwareStore(JdbcClient db) {
        this.db = db;
    }

    /** Hosts with followers that were not asked since this time; an address on each. */
    List<String> unasked(Instant since, int most) {
        return db.sql("""
                SELECT DISTINCT ON (follower.host) follower.follower
                  FROM fediverse.follower follower LEFT JOIN fediverse.host host ON host.name = follower.host
                 WHERE host.asked_at IS NULL OR host.asked_at < :since
                 ORDER BY follower.host
                 LIMIT :most""")
                .param("since", Instants.parameter(since))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** @param software in lower case; empty where the host did not say */
    void put(String host, String software, Instant now) {
        db.sql("UPDATE fediverse.host SET software = :software, asked_at = :now WHERE name = :host")
                .param("software", software)
                .param("now", Instants.parameter(now))
                .param("host", host)
                .update();
    }
}
