// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of who wants to be in a ring, and of what its members say to that. */
final class BallotStore {

    private static final String SELECT = """
            SELECT ring, applicant, join_address, name, page, inbox, asked_at, closes_at, next_look_at
              FROM rings.application
            """;

    private final JdbcClient db;

    BallotStore(JdbcClient db) {
        this.db = db;
    }

    /** In the order in which they asked. */
    List<RingApplication> of(URI ring) {
        return db.sql(SELECT + " WHERE ring = :ring ORDER BY asked_at, applicant")
                .param("ring", ring.toString())
                .query((row, _) -> application(row))
                .list();
    }

    Optional<RingApplication> find(URI ring, URI applicant) {
        return of(ring).stream()
                .filter(application -> application.applicant().equals(applicant))
                .findFirst();
    }

    /** Who asked by this activity, in whichever rings: who tells of it, and may be mistaken, is not its author. */
    List<RingApplication> asked(URI join) {
        return db.sql(SELECT + " WHERE join_address = :join ORDER BY ring, applicant")
                .param("join", join.toString())
                .query((row, _) -> application(row))
                .list();
    }

    /** Those that nobody decided in time. */
    List<RingApplication> closed(Instant now) {
        return db.sql(SELECT + " WHERE closes_at <= :now ORDER BY closes_at LIMIT 100")
                .param("now", Instants.parameter(now))
                .query((row, _) -> application(row))
                .list();
    }

    /** Is looked at now, unless it is open. */
    void put(RingApplication application) {
        db.sql("""
                INSERT INTO rings.application
                       (ring, applicant, join_address, name, page, inbox, asked_at, closes_at, next_look_at)
                VALUES (:ring, :applicant, :join, :name, :page, :inbox, :askedAt, :closesAt,
                        CASE WHEN :open THEN NULL ELSE :askedAt END)
                    ON CONFLICT (ring, applicant) DO UPDATE
                   SET join_address = excluded.join_address, name = excluded.name, page = excluded.page,
                       inbox = excluded.inbox, next_look_at = excluded.next_look_at""")
                .param("ring", application.ring().toString())
                .param("applicant", application.applicant().toString())
                .param("join", application.join().toString())
                .param("name", application.name())
                .param("page", application.page().toString())
                .param("inbox", application.inbox().toString())
                .param("askedAt", Instants.parameter(application.askedAt()))
                .param("closesAt", Instants.parameter(application.closesAt()))
                .param("open", application.open())
                .update();
    }

    void lookAt(URI ring, URI applicant, Instant at) {
        db.sql("UPDATE rings.application SET next_look_at = :at WHERE ring = :ring AND applicant = :applicant")
                .param("at", Instants.parameter(at))
                .param("ring", ring.toString())
                .param("applicant", applicant.toString())
                .update();
    }

    /** False where there is none. */
    boolean remove(URI ring, URI applicant) {
        return db.sql("DELETE FROM rings.application WHERE ring = :ring AND applicant = :applicant")
                        .param("ring", ring.toString())
                        .param("applicant", applicant.toString())
                        .update()
                == 1;
    }

    /** Applicants who are read now. */
    List<RingApplication> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE rings.application SET next_look_at = :leased
                 WHERE (ring, applicant) IN (SELECT ring, applicant FROM rings.application
                                              WHERE next_look_at <= :now ORDER BY next_look_at LIMIT :most)
                RETURNING ring, applicant, join_address, name, page, inbox, asked_at, closes_at, next_look_at""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> application(row))
                .list();
    }

    List<Vote> votes(URI ring, Question question, URI about) {
        return db.sql("""
                SELECT voter, yes FROM rings.vote
                 WHERE ring = :ring AND question = :question AND about = :about ORDER BY cast_at, voter""")
                .param("ring", ring.toString())
                .param("question", question.name())
                .param("about", about.toString())
                .query((row, _) -> new Vote(URI.create(row.getString("voter")), row.getBoolean("yes")))
                .list();
    }

    /** What a member says now counts; what it said before does not. */
    void cast(URI ring, Question question, URI about, Vote vote, Instant now) {
        db.sql("""
                INSERT INTO rings.vote (ring, question, about, voter, yes, cast_at)
                VALUES (:ring, :question, :about, :voter, :yes, :now)
                    ON CONFLICT (ring, question, about, voter) DO UPDATE
                   SET yes = excluded.yes, cast_at = excluded.cast_at""")
                .param("ring", ring.toString())
                .param("question", question.name())
                .param("about", about.toString())
                .param("voter", vote.voter().toString())
                .param("yes", vote.yes())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** It is decided. */
    void forgetVotes(URI ring, Question question, URI about) {
        db.sql("DELETE FROM rings.vote WHERE ring = :ring AND question = :question AND about = :about")
                .param("ring", ring.toString())
                .param("question", question.name())
                .param("about", about.toString())
                .update();
    }

    void forgetVotesBefore(Instant moment) {
        db.sql("DELETE FROM rings.vote WHERE cast_at < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    private static RingApplication application(ResultSet row) throws SQLException {
        return new RingApplication(
                URI.create(row.getString("ring")),
                URI.create(row.getString("applicant")),
                URI.create(row.getString("join_address")),
                row.getString("name"),
                URI.create(row.getString("page")),
                URI.create(row.getString("inbox")),
                Instants.read(row, "asked_at"),
                Instants.read(row, "closes_at"),
                Instants.readOptional(row, "next_look_at").isEmpty());
    }
}
