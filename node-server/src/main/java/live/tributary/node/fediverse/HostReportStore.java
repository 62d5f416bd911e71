// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of the operator's table of deliveries. */
final class HostReportStore {

    private final JdbcClient db;

    HostReportStore(JdbcClient db) {
        this.db = db;
    }

    /** Those with the most to wait for first. */
    List<HostReport> all(int most) {
        return db.sql("""
                SELECT told.*, host.*
                  FROM (SELECT host,
                               count(*) FILTER (WHERE state = 'QUEUED') AS queued,
                               count(*) FILTER (WHERE state = 'ARRIVED') AS arrived,
                               count(*) FILTER (WHERE state IN ('REFUSED', 'EXPIRED', 'DROPPED')) AS lost,
                               COALESCE((array_agg(last_answer ORDER BY id DESC) FILTER (WHERE last_answer <> ''))[1],
                                        '') AS answer
                          FROM fediverse.delivery
                         GROUP BY host
                         ORDER BY queued DESC, host
                         LIMIT :most) told LEFT JOIN fediverse.host ON host.name = told.host
                 ORDER BY told.queued DESC, told.host""").param("most", most).query((row, _) -> report(row)).list();
    }

    private static HostReport report(ResultSet row) throws SQLException {
        var known = row.getString("name") == null ? KnownHost.unknown() : HostStore.host(row);
        return new HostReport(
                row.getString("host"),
                row.getInt("queued"),
                row.getInt("arrived"),
                row.getInt("lost"),
                known.breaker(),
                known.signature().kind(),
                row.getString("answer"));
    }
}
