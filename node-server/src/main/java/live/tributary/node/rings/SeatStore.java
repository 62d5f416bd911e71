// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of what the teams of this node say of rings. */
final class SeatStore {

    private static final String SELECT = """
            SELECT team, ring, name, page, inbox, join_id, state, said, since FROM rings.seat
            """;

    private final JdbcClient db;

    SeatStore(JdbcClient db) {
        this.db = db;
    }

    List<RingSeat> all() {
        return db.sql(SELECT + " ORDER BY since, ring")
                .query((row, _) -> seat(row))
                .list();
    }

    /** In the order in which they were asked for. */
    List<RingSeat> of(TeamId team) {
        return db.sql(SELECT + " WHERE team = :team ORDER BY since, ring")
                .param("team", team.value())
                .query((row, _) -> seat(row))
                .list();
    }

    /** How many rings the team's own document names. */
    int named(TeamId team) {
        return (int) of(team).stream().filter(seat -> seat.state().named()).count();
    }

    /** Of all teams of this node. */
    List<RingSeat> in(URI ring) {
        return db.sql(SELECT + " WHERE ring = :ring ORDER BY since, team")
                .param("ring", ring.toString())
                .query((row, _) -> seat(row))
                .list();
    }

    Optional<RingSeat> find(TeamId team, URI ring) {
        return in(ring).stream().filter(seat -> seat.team().equals(team)).findFirst();
    }

    void put(RingSeat seat) {
        db.sql("""
                INSERT INTO rings.seat (team, ring, name, page, inbox, join_id, state, said, since)
                VALUES (:team, :ring, :name, :page, :inbox, :join, :state, :said, :since)
                    ON CONFLICT (team, ring) DO UPDATE
                   SET name = excluded.name, page = excluded.page, inbox = excluded.inbox, join_id = excluded.join_id,
                       state = excluded.state, said = excluded.said, since = excluded.since""")
                .param("team", seat.team().value())
                .param("ring", seat.ring().toString())
                .param("name", seat.name())
                .param("page", seat.page().toString())
                .param("inbox", seat.inbox().toString())
                .param("join", seat.join())
                .param("state", seat.state().name())
                .param("said", seat.said())
                .param("since", Instants.parameter(seat.since()))
                .update();
    }

    void remove(TeamId team, URI ring) {
        db.sql("DELETE FROM rings.seat WHERE team = :team AND ring = :ring")
                .param("team", team.value())
                .param("ring", ring.toString())
                .update();
    }

    private static RingSeat seat(ResultSet row) throws SQLException {
        return new RingSeat(
                new TeamId(row.getObject("team", UUID.class)),
                URI.create(row.getString("ring")),
                row.getString("name"),
                URI.create(row.getString("page")),
                URI.create(row.getString("inbox")),
                row.getObject("join_id", UUID.class),
                RingSeat.State.valueOf(row.getString("state")),
                row.getString("said"),
                Instants.read(row, "since"));
    }
}
