// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.domains;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of policies and of the allow-list. */
final class DomainPolicyStore {

    private final JdbcClient db;

    DomainPolicyStore(JdbcClient db) {
        this.db = db;
    }

    List<DomainPolicy> all() {
        return db.sql("""
                SELECT domain, severity, reject_media, reject_reports, comment, obfuscate
                  FROM domains.policy ORDER BY domain""").query((row, _) -> policy(row)).list();
    }

    List<DomainName> allowed() {
        return db.sql("SELECT domain FROM domains.allowed ORDER BY domain")
                .query((row, _) -> new DomainName(row.getString("domain")))
                .list();
    }

    void put(DomainPolicy policy, Instant now) {
        db.sql("""
                INSERT INTO domains.policy
                       (domain, severity, reject_media, reject_reports, comment, obfuscate, changed_at)
                VALUES (:domain, :severity, :rejectMedia, :rejectReports, :comment, :obfuscate, :now)
                    ON CONFLICT (domain) DO UPDATE
                   SET severity = excluded.severity,
                       reject_media = excluded.reject_media,
                       reject_reports = excluded.reject_reports,
                       comment = excluded.comment,
                       obfuscate = excluded.obfuscate,
                       changed_at = excluded.changed_at""")
                .param("domain", policy.domain().value())
                .param("severity", policy.severity().name())
                .param("rejectMedia", policy.rejectMedia())
                .param("rejectReports", policy.rejectReports())
                .param("comment", policy.comment())
                .param("obfuscate", policy.obfuscate())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** False where there was none. */
    boolean remove(DomainName domain) {
        return db.sql("DELETE FROM domains.policy WHERE domain = :domain")
                        .param("domain", domain.value())
                        .update()
                == 1;
    }

    void allow(DomainName domain, Instant now) {
        db.sql("""
                INSERT INTO domains.allowed (domain, allowed_at) VALUES (:domain, :now)
                    ON CONFLICT (domain) DO NOTHING""")
                .param("domain", domain.value())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** False where it was not on the list. */
    boolean disallow(DomainName domain) {
        return db.sql("DELETE FROM domains.allowed WHERE domain = :domain")
                        .param("domain", domain.value())
                        .update()
                == 1;
    }

    private static DomainPolicy policy(ResultSet row) throws SQLException {
        return new DomainPolicy(
                new DomainName(row.getString("domain")),
                Severity.valueOf(row.getString("severity")),
                row.getBoolean("reject_media"),
                row.getBoolean("reject_reports"),
                row.getString("comment"),
                row.getBoolean("obfuscate"));
    }
}
