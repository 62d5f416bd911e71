// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fediverse.TeamDate;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of what stands in a listing for a while: dates, and seats that are open. */
final class NoteStore {

    private final JdbcClient db;

    NoteStore(JdbcClient db) {
        this.db = db;
    }

    /** Later than the moment, the earliest first. */
    List<NextDate> dates(TeamId team, Instant after) {
        return db.sql("""
                SELECT id, team, starts_at, title, announced_at FROM listing.date
                 WHERE team = :team AND starts_at > :after ORDER BY starts_at, id""")
                .param("team", team.value())
                .param("after", Instants.parameter(after))
                .query((row, _) -> date(row))
                .list();
    }

    Optional<TeamDate> date(UUID id, Instant after) {
        return db.sql("""
                SELECT id, team, starts_at, title, announced_at FROM listing.date
                 WHERE id = :id AND starts_at > :after""")
                .param("id", id)
                .param("after", Instants.parameter(after))
                .query((row, _) -> shown(new TeamId(row.getObject("team", UUID.class)), date(row)))
                .optional();
    }

    static TeamDate shown(TeamId team, NextDate date) {
        return new TeamDate(date.id(), team, date.at(), date.title(), date.announcedAt());
    }

    void add(TeamId team, NextDate date) {
        db.sql("""
                INSERT INTO listing.date (id, team, starts_at, title, announced_at)
                VALUES (:id, :team, :at, :title, :announcedAt)""")
                .param("id", date.id())
                .param("team", team.value())
                .param("at", Instants.parameter(date.at()))
                .param("title", date.title())
                .param("announcedAt", Instants.parameter(date.announcedAt()))
                .update();
    }

    boolean removeDate(TeamId team, UUID id) {
        return db.sql("DELETE FROM listing.date WHERE team = :team AND id = :id")
                        .param("team", team.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Those that are still looked for, in the order in which they were added. */
    List<WantedSeat> seats(TeamId team, Instant now) {
        return db.sql("""
                SELECT id, role, topics, languages, hours, note, expires_at FROM listing.seat
                 WHERE team = :team AND expires_at > :now ORDER BY added_at, id""")
                .param("team", team.value())
                .param("now", Instants.parameter(now))
                .query((row, _) -> seat(row))
                .list();
    }

    void add(TeamId team, WantedSeat seat, Instant now) {
        db.sql("""
                INSERT INTO listing.seat (id, team, role, topics, languages, hours, note, expires_at, added_at)
                VALUES (:id, :team, :role, :topics, :languages, :hours, :note, :expires, :now)""")
                .param("id", seat.id())
                .param("team", team.value())
                .param("role", seat.role())
                .param("topics", String.join(" ", seat.topics()))
                .param("languages", Listed.languages(seat.languages()))
                .param("hours", seat.hours())
                .param("note", seat.note())
                .param("expires", Instants.parameter(seat.expires()))
                .param("now", Instants.parameter(now))
                .update();
    }

    boolean removeSeat(TeamId team, UUID id) {
        return db.sql("DELETE FROM listing.seat WHERE team = :team AND id = :id")
                        .param("team", team.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Whichever team's they were. */
    void forgetPast(Instant moment) {
        db.sql("DELETE FROM listing.date WHERE starts_at <= :moment")
                .param("moment", Instants.parameter(moment))
                .update();
        db.sql("DELETE FROM listing.seat WHERE expires_at <= :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    private static NextDate date(ResultSet row) throws SQLException {
        return new NextDate(
                row.getObject("id", UUID.class),
                Instants.read(row, "starts_at"),
                row.getString("title"),
                Instants.read(row, "announced_at"));
    }

    private static WantedSeat seat(ResultSet row) throws SQLException {
        return new WantedSeat(
                row.getObject("id", UUID.class),
                row.getString("role"),
                Listed.words(row.getString("topics")),
                Listed.languages(row.getString("languages")),
                row.getString("hours"),
                row.getString("note"),
                Instants.read(row, "expires_at"));
    }
}
