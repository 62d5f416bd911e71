// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.TeamId;

/** SQL of the teams that post beside their broadcasts. */
final class CompanionStore {

    private final JdbcClient db;

    CompanionStore(JdbcClient db) {
        this.db = db;
    }

    boolean has(TeamId team) {
        return db.sql("SELECT EXISTS (SELECT 1 FROM fediverse.companion WHERE team = :team)")
                .param("team", team.value())
                .query(Boolean.class)
                .single();
    }

    void add(TeamId team) {
        db.sql("INSERT INTO fediverse.companion (team) VALUES (:team) ON CONFLICT DO NOTHING")
                .param("team", team.value())
                .update();
    }

    void remove(TeamId team) {
        db.sql("DELETE FROM fediverse.companion WHERE team = :team")
                .param("team", team.value())
                .update();
    }
}
