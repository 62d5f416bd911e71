// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of a directory's rules. The first version comes with the program. */
final class RuleStore {

    private static final String SELECT = "SELECT version, written_at, rules FROM removals.rules ";

    private final JdbcClient db;

    RuleStore(JdbcClient db) {
        this.db = db;
    }

    /** Nobody else adds a version until the transaction ends. */
    void lock() {
        db.sql("LOCK TABLE removals.rules IN SHARE ROW EXCLUSIVE MODE").update();
    }

    ListingRules newest() {
        return db.sql(SELECT + "ORDER BY version DESC LIMIT 1")
                .query((row, _) -> rules(row))
                .single();
    }

    Optional<ListingRules> version(int version) {
        return db.sql(SELECT + "WHERE version = :version")
                .param("version", version)
                .query((row, _) -> rules(row))
                .optional();
    }

    void add(ListingRules rules) {
        db.sql("INSERT INTO removals.rules (version, written_at, rules) VALUES (:version, :writtenAt, :rules)")
                .param("version", rules.version())
                .param("writtenAt", Instants.parameter(rules.writtenAt()))
                .param("rules", rules.rules().toArray(String[]::new))
                .update();
    }

    private static ListingRules rules(ResultSet row) throws SQLException {
        return new ListingRules(row.getInt("version"), Instants.read(row, "written_at"), Arrays.asList((String[])
                row.getArray("rules").getArray()));
    }
}
