// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of the directories that teams chose. */
final class RequestStore {

    private static final String SELECT = """
            SELECT team, actor, inbox, page, invite, asked_at, answer, said, statement, since, arrival FROM listing.directory
            """;

    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    /** In the order in which they were asked last. */
    List<Request> of(TeamId team) {
        return db.sql(SELECT + " WHERE team = :team ORDER BY asked_at, actor")
                .param("team", team.value())
                .query((row, _) -> request(row))
                .list();
    }

    /** All who are listed somewhere. */
    List<Request> listed() {
        return db.sql(SELECT + " WHERE answer = 'LISTED' ORDER BY team, actor")
                .query((row, _) -> request(row))
                .list();
    }

    /** What all teams asked of one directory; for nobody else until the transaction ends. */
    List<Request> lock(URI directory) {
        return db.sql(SELECT + " WHERE actor = :actor FOR UPDATE")
                .param("actor", directory.toString())
                .query((row, _) -> request(row))
                .list();
    }

    void put(Request request) {
        db.sql("""
                INSERT INTO listing.directory
                       (team, actor, inbox, page, invite, asked_at, answer, said, statement, since, arrival)
                VALUES (:team, :actor, :inbox, :page, :invite, :askedAt, :answer, :said, :statement, :since, :arrival)
                    ON CONFLICT (team, actor) DO UPDATE
                   SET inbox = excluded.inbox, page = excluded.page, invite = excluded.invite,
                       asked_at = excluded.asked_at, answer = excluded.answer, said = excluded.said,
                       statement = excluded.statement, since = excluded.since, arrival = excluded.arrival""")
                .param("team", request.team().value())
                .param("actor", request.actor().toString())
                .param("inbox", request.inbox().toString())
                .param("page", request.page().toString())
                .param("invite", request.invite())
                .param("askedAt", Instants.parameter(request.askedAt()))
                .param("answer", request.reply().name())
                .param("said", request.said())
                .param("statement", request.statement())
                .param("since", Instants.parameter(request.since()))
                .param("arrival", request.arrival())
                .update();
    }

    void remove(TeamId team, URI directory) {
        db.sql("DELETE FROM listing.directory WHERE team = :team AND actor = :actor")
                .param("team", team.value())
                .param("actor", directory.toString())
                .update();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                new TeamId(row.getObject("team", UUID.class)),
                URI.create(row.getString("actor")),
                URI.create(row.getString("inbox")),
                URI.create(row.getString("page")),
                row.getObject("invite", UUID.class),
                Instants.read(row, "asked_at"),
                Request.Reply.valueOf(row.getString("answer")),
                row.getString("said"),
                row.getString("statement"),
                Instants.read(row, "since"),
                row.getLong("arrival"));
    }
}
