// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.DisplayName;
import live.tributary.node.kernel.Handle;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of teams. */
final class TeamStore {

    private final JdbcClient db;

    TeamStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Team> find(TeamId id) {
        return db.sql("SELECT id, handle, name, mark, hue FROM team.team WHERE id = :id")
                .param("id", id.value())
                .query((row, _) -> team(row))
                .optional();
    }

    Optional<Team> find(Handle handle) {
        return db.sql("SELECT id, handle, name, mark, hue FROM team.team WHERE handle = :handle")
                .param("handle", handle.value())
                .query((row, _) -> team(row))
                .optional();
    }

    List<Team> all() {
        return db.sql("SELECT id, handle, name, mark, hue FROM team.team ORDER BY created_at, id")
                .query((row, _) -> team(row))
                .list();
    }

    /** False where another team has the handle. */
    boolean add(Team team, Instant now) {
        return db.sql("""
                INSERT INTO team.team (id, handle, name, mark, hue, created_at)
                VALUES (:id, :handle, :name, :mark, :hue, :now)
                    ON CONFLICT (handle) DO NOTHING""")
                        .param("id", team.id().value())
                        .param("handle", team.handle().value())
                        .param("name", team.name().value())
                        .param("mark", team.mark().value())
                        .param("hue", team.hue().degrees())
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    /** Lets one change at a time of who is in the team. */
    void lock(TeamId id) {
        db.sql("SELECT id FROM team.team WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(UUID.class)
                .optional();
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(
                new TeamId(row.getObject("id", UUID.class)),
                new Handle(row.getString("handle")),
                new DisplayName(row.getString("name")),
                new Mark(row.getString("mark")),
                new Hue(row.getInt("hue")));
    }
}
