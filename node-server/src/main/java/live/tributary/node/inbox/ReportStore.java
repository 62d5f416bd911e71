// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of reports. */
final class ReportStore {

    private final JdbcClient db;

    ReportStore(JdbcClient db) {
        this.db = db;
    }

    /** How many of a domain nobody has closed. */
    int openOf(String domain) {
        return db.sql("SELECT count(*) FROM inbox.report WHERE domain = :domain AND closed_at IS NULL")
                .param("domain", domain)
                .query(Integer.class)
                .single();
    }

    void add(Report report) {
        db.sql("""
                INSERT INTO inbox.report (id, host, domain, reporter, objects, content, received_at)
                VALUES (:id, :host, :domain, :reporter, :objects, :content, :now)
                    ON CONFLICT (id) DO NOTHING""")
                .param("id", report.id().toString())
                .param("host", report.host())
                .param("domain", Domains.of(report.host()))
                .param("reporter", report.reporter().toString())
                .param("objects", report.objects().stream().map(URI::toString).collect(Collectors.joining("\n")))
                .param("content", report.content())
                .param("now", Instants.parameter(report.receivedAt()))
                .update();
    }

    /** Those nobody has closed, oldest first. */
    List<Report> open(int most) {
        return db.sql("""
                SELECT id, host, reporter, objects, content, received_at FROM inbox.report
                 WHERE closed_at IS NULL ORDER BY received_at LIMIT :most""").param("most", most).query((row, _) -> report(row)).list();
    }

    /** False where it is closed, or there is none. */
    boolean close(URI id, Instant now) {
        return db.sql("UPDATE inbox.report SET closed_at = :now WHERE id = :id AND closed_at IS NULL")
                        .param("now", Instants.parameter(now))
                        .param("id", id.toString())
                        .update()
                == 1;
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                URI.create(row.getString("id")),
                row.getString("host"),
                URI.create(row.getString("reporter")),
                row.getString("objects").lines().map(URI::create).toList(),
                row.getString("content"),
                Instants.read(row, "received_at"));
    }
}
