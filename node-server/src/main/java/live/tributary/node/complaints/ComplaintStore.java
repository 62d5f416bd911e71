// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.complaints;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of complaints. */
final class ComplaintStore {

    private final JdbcClient db;

    ComplaintStore(JdbcClient db) {
        this.db = db;
    }

    void add(Complaint complaint) {
        db.sql("""
                INSERT INTO complaints.complaint (id, team, accused, objects, words, sent_at)
                VALUES (:id, :team, :accused, :objects, :words, :at)""")
                .param("id", complaint.id())
                .param("team", complaint.team().value())
                .param("accused", complaint.accused().toString())
                .param(
                        "objects",
                        complaint.objects().stream().map(URI::toString).collect(Collectors.joining("\n")))
                .param("words", complaint.words())
                .param("at", Instants.parameter(complaint.at()))
                .update();
    }

    /** Whoever complains for the same team waits until the transaction ends. */
    void lock(TeamId team) {
        db.sql("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended('complaints ' || :team, 0))) AS locked")
                .param("team", team.value().toString())
                .query(Integer.class)
                .single();
    }

    /** Whichever team's they are. */
    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM complaints.complaint WHERE sent_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    int countSince(TeamId team, Instant moment) {
        return db.sql("SELECT count(*) FROM complaints.complaint WHERE team = :team AND sent_at > :moment")
                .param("team", team.value())
                .param("moment", Instants.parameter(moment))
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    List<Complaint> of(TeamId team, int most) {
        return db.sql("""
                SELECT id, team, accused, objects, words, sent_at FROM complaints.complaint
                 WHERE team = :team ORDER BY sent_at DESC, id LIMIT :most""")
                .param("team", team.value())
                .param("most", most)
                .query((row, _) -> complaint(row))
                .list();
    }

    private static Complaint complaint(ResultSet row) throws SQLException {
        return new Complaint(
                row.getObject("id", UUID.class),
                new TeamId(row.getObject("team", UUID.class)),
                URI.create(row.getString("accused")),
                row.getString("objects").lines().map(URI::create).toList(),
                row.getString("words"),
                Instants.read(row, "sent_at"));
    }
}
