// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.TeamId;

/** SQL of what teams want to decide themselves. */
final class TeamRuleStore {

    private final JdbcClient db;

    TeamRuleStore(JdbcClient db) {
        this.db = db;
    }

    TeamRule of(TeamId team) {
        return db.sql("SELECT approve_followers, approve_replies FROM inbox.team_rule WHERE team = :team")
                .param("team", team.value())
                .query((row, _) -> new TeamRule(row.getBoolean("approve_followers"), row.getBoolean("approve_replies")))
                .optional()
                .orElse(TeamRule.OPEN);
    }

    void put(TeamId team, TeamRule rule) {
        db.sql("""
                INSERT INTO inbox.team_rule (team, approve_followers, approve_replies)
                VALUES (:team, :approveFollowers, :approveReplies)
                    ON CONFLICT (team) DO UPDATE
                   SET approve_followers = excluded.approve_followers, approve_replies = excluded.approve_replies""")
                .param("team", team.value())
                .param("approveFollowers", rule.approveFollowers())
                .param("approveReplies", rule.approveReplies())
                .update();
    }
}
