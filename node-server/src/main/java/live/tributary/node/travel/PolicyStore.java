// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.Raids;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of what teams decided about hand-offs. */
final class PolicyStore {

    private static final String SELECT =
            "SELECT raids, any_host, max_guests, shield, carry, chosen, boost FROM travel.policy WHERE team = :team";

    private final JdbcClient db;

    PolicyStore(JdbcClient db) {
        this.db = db;
    }

    Policy of(TeamId team) {
        return db.sql(SELECT)
                .param("team", team.value())
                .query((row, _) -> policy(row))
                .optional()
                .orElse(Policy.NONE);
    }

    /** The same; nobody else promises places of this team, nor decides for it, until the transaction ends. */
    Policy lock(TeamId team) {
        // A row that is not there cannot be locked.
        insert(team, Policy.NONE, "DO NOTHING");
        return db.sql(SELECT + " FOR UPDATE")
                .param("team", team.value())
                .query((row, _) -> policy(row))
                .optional()
                .orElse(Policy.NONE);
    }

    void put(TeamId team, Policy policy) {
        insert(team, policy, """
                DO UPDATE
                   SET raids = excluded.raids, any_host = excluded.any_host, max_guests = excluded.max_guests,
                       shield = excluded.shield, carry = excluded.carry, chosen = excluded.chosen,
                       boost = excluded.boost""");
    }

    /** @param otherwise what is done where the team has decided something before */
    private void insert(TeamId team, Policy policy, String otherwise) {
        db.sql("""
                INSERT INTO travel.policy (team, raids, any_host, max_guests, shield, carry, chosen, boost)
                VALUES (:team, :raids, :anyHost, :maxGuests, :shield, :carry, :chosen, :boost)
                    ON CONFLICT (team)""" + " " + otherwise)
                .param("team", team.value())
                .param("raids", policy.raids().name())
                .param("anyHost", policy.anyHost())
                .param("maxGuests", policy.maxGuests())
                .param("shield", policy.shield())
                .param("carry", word(policy.whenEnding()))
                .param("chosen", policy.whenEnding() instanceof WhenEnding.Chosen(var chosen) ? chosen.toString() : "")
                .param("boost", policy.boost())
                .update();
    }

    /** Teams that offer their viewers a way. */
    List<TeamId> carrying() {
        return db.sql("SELECT team FROM travel.policy WHERE carry <> 'NOBODY'")
                .query((row, _) -> new TeamId(row.getObject("team", UUID.class)))
                .list();
    }

    /** In the order in which they were named. */
    List<URI> friends(TeamId team) {
        return db.sql("SELECT actor FROM travel.friend WHERE team = :team ORDER BY added_at, actor")
                .param("team", team.value())
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    void befriend(TeamId team, URI friend, Instant now) {
        db.sql("""
                INSERT INTO travel.friend (team, actor, added_at) VALUES (:team, :actor, :now)
                    ON CONFLICT DO NOTHING""")
                .param("team", team.value())
                .param("actor", friend.toString())
                .param("now", Instants.parameter(now))
                .update();
    }

    boolean unfriend(TeamId team, URI friend) {
        return db.sql("DELETE FROM travel.friend WHERE team = :team AND actor = :actor")
                        .param("team", team.value())
                        .param("actor", friend.toString())
                        .update()
                > 0;
    }

    /** Nobody of this source is let in until then. */
    void shut(TeamId team, URI source, Instant until) {
        db.sql("""
                INSERT INTO travel.shut (team, actor, until) VALUES (:team, :actor, :until)
                    ON CONFLICT (team, actor) DO UPDATE SET until = excluded.until""")
                .param("team", team.value())
                .param("actor", source.toString())
                .param("until", Instants.parameter(until))
                .update();
    }

    boolean isShut(TeamId team, URI source, Instant now) {
        return db.sql("SELECT count(*) FROM travel.shut WHERE team = :team AND actor = :actor AND until > :now")
                        .param("team", team.value())
                        .param("actor", source.toString())
                        .param("now", Instants.parameter(now))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Who is kept out no longer. */
    void forgetShut(Instant now) {
        db.sql("DELETE FROM travel.shut WHERE until <= :now")
                .param("now", Instants.parameter(now))
                .update();
    }

    private static Policy policy(ResultSet row) throws SQLException {
        return new Policy(
                Raids.valueOf(row.getString("raids")),
                row.getBoolean("any_host"),
                row.getInt("max_guests"),
                row.getBoolean("shield"),
                whenEnding(row.getString("carry"), row.getString("chosen")),
                row.getBoolean("boost"));
    }

    private static WhenEnding whenEnding(String word, String chosen) {
        return switch (word) {
            case "NOBODY" -> new WhenEnding.Nobody();
            case "DRAWN" -> new WhenEnding.Drawn();
            case "CHOSEN" -> new WhenEnding.Chosen(URI.create(chosen));
            default -> throw new IllegalStateException("travel.policy.carry has an unknown value: " + word);
        };
    }

    private static String word(WhenEnding when) {
        return switch (when) {
            case WhenEnding.Nobody() -> "NOBODY";
            case WhenEnding.Drawn() -> "DRAWN";
            case WhenEnding.Chosen _ -> "CHOSEN";
        };
    }
}
