// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.notices;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of the dates that teams announce, and of who came. */
final class StartStore {

    private final JdbcClient db;

    StartStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A date.
     *
     * @param event address of it
     */
    record Start(URI event, Instant at, String title) {}

    /** The team has this collection of dates, which is to be read. */
    void due(URI team, URI events, Instant now) {
        db.sql("""
                INSERT INTO notices.team (actor, events, next_look_at) VALUES (:actor, :events, :now)
                    ON CONFLICT (actor) DO UPDATE SET events = excluded.events, next_look_at = excluded.next_look_at""")
                .param("actor", team.toString())
                .param("events", events.toString())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** It has none. */
    void forget(URI team, Instant now) {
        db.sql("DELETE FROM notices.team WHERE actor = :actor")
                .param("actor", team.toString())
                .update();
        replace(team, List.of(), now);
    }

    /** A collection that is to be read, and whose it is. */
    record Due(URI team, URI events) {}

    /** @param lease after which they are due again */
    List<Due> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE notices.team SET next_look_at = :leased
                 WHERE actor IN (SELECT actor FROM notices.team WHERE next_look_at <= :now
                                  ORDER BY next_look_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING actor, events""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> new Due(URI.create(row.getString("actor")), URI.create(row.getString("events"))))
                .list();
    }

    /** False where the team is not listed any more. */
    boolean lookAt(URI team, Instant at) {
        return db.sql("UPDATE notices.team SET next_look_at = :at WHERE actor = :actor")
                        .param("actor", team.toString())
                        .param("at", Instants.parameter(at))
                        .update()
                == 1;
    }

    /** These are all dates to come of a team; those that are over stay as they were. */
    void replace(URI team, List<Start> starts, Instant now) {
        db.sql("""
                DELETE FROM notices.start WHERE actor = :actor AND starts_at > :now
                   AND (event, starts_at) NOT IN
                       (SELECT unnest(CAST(:events AS text[])), unnest(CAST(:times AS timestamptz[])))""")
                .param("actor", team.toString())
                .param("now", Instants.parameter(now))
                .param(
                        "events",
                        texts(starts.stream()
                                .map(start -> start.event().toString())
                                .toList()))
                .param(
                        "times",
                        texts(starts.stream()
                                .map(start -> start.at().toString())
                                .toList()))
                .update();
        starts.stream().filter(start -> start.at().isAfter(now)).forEach(start -> put(team, start));
    }

    private void put(URI team, Start start) {
        db.sql("""
                INSERT INTO notices.start (actor, event, starts_at, title) VALUES (:actor, :event, :at, :title)
                    ON CONFLICT (actor, event, starts_at) DO UPDATE SET title = excluded.title""")
                .param("actor", team.toString())
                .param("event", start.event().toString())
                .param("at", Instants.parameter(start.at()))
                .param("title", start.title())
                .update();
    }

    /** By team, all that is to come, the next first. */
    Map<URI, List<Start>> upcoming(Instant after) {
        var all = new HashMap<URI, List<Start>>();
        db.sql("""
                SELECT actor, event, starts_at, title FROM notices.start
                 WHERE starts_at > :after ORDER BY actor, starts_at, event""")
                .param("after", Instants.parameter(after))
                .query((row, _) -> all.computeIfAbsent(URI.create(row.getString("actor")), _ -> new ArrayList<>())
                        .add(start(row)))
                .list();
        return all;
    }

    /** These teams are live: whoever said so has come. And of whom nobody sees yet, somebody has looked. */
    void seen(Collection<URI> live, Instant now, Duration leeway) {
        db.sql("""
                UPDATE notices.start SET kept = actor = ANY (CAST(:live AS text[]))
                 WHERE starts_at BETWEEN :from AND :until AND kept IS NOT TRUE
                   AND (starts_at <= :now OR actor = ANY (CAST(:live AS text[])))
                   AND kept IS DISTINCT FROM (actor = ANY (CAST(:live AS text[])))""")
                .param("live", texts(live.stream().map(URI::toString).toList()))
                .param("now", Instants.parameter(now))
                .param("from", Instants.parameter(now.minus(leeway)))
                .param("until", Instants.parameter(now.plus(leeway)))
                .update();
    }

    /** How often a team came lately, of the starts at which somebody looked. */
    Attendance attendance(URI team, Instant over, int last) {
        return db.sql("""
                SELECT count(*) FILTER (WHERE kept) AS kept, count(*) FILTER (WHERE NOT kept) AS missed
                  FROM (SELECT kept FROM notices.start
                         WHERE actor = :actor AND kept IS NOT NULL AND starts_at < :over
                         ORDER BY starts_at DESC LIMIT :last) past""")
                .param("actor", team.toString())
                .param("over", Instants.parameter(over))
                .param("last", last)
                .query((row, _) -> new Attendance(row.getInt("kept"), row.getInt("missed")))
                .single();
    }

    /** Who missed more than so many of their last starts. */
    Set<URI> absentees(Instant over, int last, int mostMissed) {
        return db.sql("""
                SELECT actor
                  FROM (SELECT actor, kept, row_number() OVER (PARTITION BY actor ORDER BY starts_at DESC) AS place
                          FROM notices.start WHERE kept IS NOT NULL AND starts_at < :over) past
                 WHERE place <= :last GROUP BY actor HAVING count(*) FILTER (WHERE NOT kept) > :most""")
                .param("over", Instants.parameter(over))
                .param("last", last)
                .param("most", mostMissed)
                .query((row, _) -> URI.create(row.getString("actor")))
                .set();
    }

    /** Of each team the last ones that are over stay. */
    void clean(Instant over, int last) {
        db.sql("""
                DELETE FROM notices.start WHERE (actor, event, starts_at) IN
                       (SELECT actor, event, starts_at
                          FROM (SELECT actor, event, starts_at, row_number() OVER
                                       (PARTITION BY actor ORDER BY kept IS NULL, starts_at DESC) AS place
                                  FROM notices.start WHERE starts_at < :over) past
                         WHERE place > :last)""").param("over", Instants.parameter(over)).param("last", last).update();
    }

    private static Start start(ResultSet row) throws SQLException {
        return new Start(URI.create(row.getString("event")), Instants.read(row, "starts_at"), row.getString("title"));
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
