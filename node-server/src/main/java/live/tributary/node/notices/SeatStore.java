// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.vocab.OpenSeat;
import live.tributary.node.kernel.Instants;

/** SQL of whom teams look for. */
final class SeatStore {

    private final JdbcClient db;

    SeatStore(JdbcClient db) {
        this.db = db;
    }

    /** These are all seats that a team has open. */
    void replace(URI team, List<OpenSeat> seats) {
        db.sql("DELETE FROM notices.seat WHERE actor = :actor")
                .param("actor", team.toString())
                .update();
        for (int place = 0; place < seats.size(); place++) {
            add(team, place, seats.get(place));
        }
    }

    private void add(URI team, int place, OpenSeat seat) {
        db.sql("""
                INSERT INTO notices.seat (actor, place, role, topics, languages, hours, note, expires_at)
                VALUES (:actor, :place, :role, :topics, :languages, :hours, :note, :expires)""")
                .param("actor", team.toString())
                .param("place", place)
                .param("role", seat.role())
                .param("topics", seat.topics().toArray(String[]::new))
                .param("languages", seat.languages().toArray(String[]::new))
                .param("hours", seat.hours())
                .param("note", seat.note())
                .param("expires", Instants.parameter(seat.expires()))
                .update();
    }

    /** By team, those that are still looked for, in the order of the team. */
    Map<URI, List<OpenSeat>> open(Instant now) {
        var open = new HashMap<URI, List<OpenSeat>>();
        db.sql("""
                SELECT actor, role, topics, languages, hours, note, expires_at FROM notices.seat
                 WHERE expires_at > :now ORDER BY actor, place""")
                .param("now", Instants.parameter(now))
                .query((row, _) -> open.computeIfAbsent(URI.create(row.getString("actor")), _ -> new ArrayList<>())
                        .add(seat(row)))
                .list();
        return open;
    }

    void forgetExpired(Instant now) {
        db.sql("DELETE FROM notices.seat WHERE expires_at <= :now")
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The rules that a team keeps are read on its own page. */
    private static OpenSeat seat(ResultSet row) throws SQLException {
        return new OpenSeat(
                row.getString("role"),
                texts(row, "topics"),
                texts(row, "languages"),
                row.getString("hours"),
                List.of(),
                row.getString("note"),
                Instants.read(row, "expires_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
