// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.Instants;

/** SQL of broadcasts elsewhere. Says whose changed: {@link OnAirChanged}. */
final class StreamStore {

    private static final String COLUMNS =
            "stream.id, stream.author, stream.team, stream.title, stream.page, stream.on_air, stream.since,"
                    + " stream.sequence, stream.said_at, stream.believed_until";

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    StreamStore(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    Optional<Sight> find(URI id) {
        return db.sql("SELECT " + COLUMNS + " FROM following.stream WHERE id = :id")
                .param("id", id.toString())
                .query((row, _) -> sight(row))
                .optional();
    }

    /** For nobody else until the transaction ends. */
    Optional<Sight> lock(URI id) {
        return db.sql("SELECT " + COLUMNS + " FROM following.stream WHERE id = :id FOR UPDATE")
                .param("id", id.toString())
                .query((row, _) -> sight(row))
                .optional();
    }

    /** Writes what is not older than what is known, whatever came first; false where it is. */
    boolean put(Sight sight) {
        // A pulse has the number of the Video at that moment, and tells less of it.
        return put(sight, null, """
                (excluded.sequence > 0 AND stream.sequence <= excluded.sequence)
                    OR (stream.sequence = 0 AND excluded.sequence = 0 AND stream.said_at <= excluded.said_at)""");
    }

    /**
     * Writes what was fetched at its origin, which knows best: only what it told since the fetch began, with a higher number, is
     * newer.
     */
    boolean putFetched(Sight sight, Due due) {
        return put(
                sight, due.leasedUntil(), "stream.sequence <= excluded.sequence OR stream.said_at <= excluded.said_at");
    }

    private boolean put(Sight sight, @Nullable Instant nextLookAt, String isNewer) {
        return changed(db.sql("""
                INSERT INTO following.stream
                       (id, host, domain, author, team, title, page, on_air, since, sequence, said_at, believed_until,
                        next_look_at)
                VALUES (:id, :host, :domain, :author, :team, :title, :page, :onAir, :since, :sequence, :saidAt, :believedUntil,
                        CAST(:nextLookAt AS timestamptz))
                    ON CONFLICT (id) DO UPDATE
                   SET author = excluded.author, team = excluded.team, title = excluded.title, page = excluded.page,
                       on_air = excluded.on_air,
                       -- An Owncast server says that it is on air, and never since when.
                       since = CASE WHEN stream.on_air AND stream.believed_until > excluded.said_at
                                    THEN LEAST(stream.since, excluded.since) ELSE excluded.since END,
                       sequence = excluded.sequence, said_at = excluded.said_at,
                       believed_until = excluded.believed_until""" + " WHERE " + isNewer + " RETURNING team")
                        .param("id", sight.id().toString())
                        .param("host", FolloweeStore.host(sight.id()))
                        .param("domain", Domains.of(FolloweeStore.host(sight.id())))
                        .param("author", sight.author().toString())
                        .param("team", sight.team().toString())
                        .param("nextLookAt", nextLookAt == null ? null : Instants.parameter(nextLookAt))
                        .param("title", sight.title())
                        .param("page", sight.page().toString())
                        .param("onAir", sight.onAir())
                        .param("since", Instants.parameter(sight.since()))
                        .param("sequence", sight.sequence())
                        .param("saidAt", Instants.parameter(sight.saidAt()))
                        .param("believedUntil", Instants.parameter(sight.believedUntil())))
                == 1;
    }

    /** Teams say how their broadcasts stand: takes what is new, of those who said yes. The team has to be the broadcast's own. */
    void beat(List<Heartbeat> heartbeats) {
        changed(db.sql("""
                WITH latest AS (
                    SELECT DISTINCT ON (id, team) *
                      FROM unnest(CAST(:videos AS text[]), CAST(:teams AS text[]), CAST(:onAir AS boolean[]),
                                  CAST(:sequences AS bigint[]), CAST(:saidAt AS timestamptz[]),
                                  CAST(:believedUntil AS timestamptz[]))
                           AS heartbeat (id, team, on_air, sequence, said_at, believed_until)
                     ORDER BY id, team, sequence DESC)
                UPDATE following.stream
                   SET on_air = latest.on_air, sequence = latest.sequence, said_at = latest.said_at,
                       believed_until = latest.believed_until,
                       next_look_at = CASE WHEN latest.on_air THEN latest.believed_until END
                  FROM latest JOIN following.followee ON followee.actor = latest.team AND followee.state = 'FOLLOWED'
                 WHERE stream.id = latest.id AND stream.team = latest.team AND stream.sequence < latest.sequence
                RETURNING stream.team""")
                .param("videos", texts(heartbeats, Heartbeat::video))
                .param("teams", texts(heartbeats, Heartbeat::team))
                .param("onAir", texts(heartbeats, Heartbeat::onAir))
                .param(
                        "sequences",
                        heartbeats.stream().mapToLong(Heartbeat::sequence).toArray())
                .param("saidAt", texts(heartbeats, Heartbeat::saidAt))
                .param("believedUntil", texts(heartbeats, Heartbeat::believedUntil)));
    }

    /** A broadcast, and a team that speaks of it. */
    record Pair(URI video, URI team) {}

    /** What they are about that is not kept, with those who said yes. */
    List<Pair> unknown(List<Heartbeat> heartbeats) {
        return db.sql("""
                SELECT DISTINCT heartbeat.id, heartbeat.team
                  FROM unnest(CAST(:videos AS text[]), CAST(:teams AS text[])) AS heartbeat (id, team)
                  JOIN following.followee ON followee.actor = heartbeat.team AND followee.state = 'FOLLOWED'
                 WHERE NOT EXISTS (SELECT 1 FROM following.stream WHERE stream.id = heartbeat.id)""")
                .param("videos", texts(heartbeats, Heartbeat::video))
                .param("teams", texts(heartbeats, Heartbeat::team))
                .query((row, _) -> new Pair(URI.create(row.getString("id")), URI.create(row.getString("team"))))
                .list();
    }

    private static String[] texts(List<Heartbeat> heartbeats, Function<Heartbeat, Object> of) {
        return heartbeats.stream().map(of).map(Object::toString).toArray(String[]::new);
    }

    void lookAt(URI id, Instant at) {
        db.sql("UPDATE following.stream SET next_look_at = :at WHERE id = :id")
                .param("at", Instants.parameter(at))
                .param("id", id.toString())
                .update();
    }

    void lookNoMore(URI id) {
        db.sql("UPDATE following.stream SET next_look_at = NULL WHERE id = :id")
                .param("id", id.toString())
                .update();
    }

    /** When to look the next time, or never again; unless somebody spoke of it since then. */
    void lookAgain(Due due, @Nullable Instant at) {
        db.sql("""
                UPDATE following.stream SET next_look_at = CAST(:at AS timestamptz)
                 WHERE id = :id AND next_look_at = :leased""")
                .param("at", at == null ? null : Instants.parameter(at))
                .param("id", due.address().toString())
                .param("leased", Instants.parameter(due.leasedUntil()))
                .update();
    }

    /**
     * What is looked up now, of those who said yes.
     *
     * @param lease after which it is due again, if nothing was done about it
     * @param busy domains that are left alone
     */
    List<Due> claim(Instant now, Duration lease, Collection<String> busy, int most) {
        var leased = now.plus(lease);
        return db.sql("""
                UPDATE following.stream SET next_look_at = :leased
                 WHERE next_look_at <= :now
                   AND id IN (SELECT id
                                FROM (SELECT id, next_look_at,
                                             row_number() OVER (PARTITION BY domain ORDER BY next_look_at) AS place
                                        FROM following.stream
                                       WHERE next_look_at <= :now AND domain <> ALL (string_to_array(:busy, ' '))
                                         AND EXISTS (SELECT 1 FROM following.mention
                                                       JOIN following.followee ON followee.actor = mention.followee
                                                      WHERE mention.stream = stream.id
                                                        AND followee.state = 'FOLLOWED')) due
                               WHERE place <= :perDomain ORDER BY next_look_at LIMIT :most)
                RETURNING id""")
                .param("leased", Instants.parameter(leased))
                .param("busy", String.join(" ", busy))
                .param("perDomain", UnderWay.MOST_PER_DOMAIN)
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> new Due(URI.create(row.getString("id")), leased))
                .list();
    }

    /** Somebody who is followed spoke of it; false where they had before. */
    boolean mention(URI id, URI followee) {
        return db.sql("INSERT INTO following.mention (stream, followee) VALUES (:id, :followee) ON CONFLICT DO NOTHING")
                        .param("id", id.toString())
                        .param("followee", followee.toString())
                        .update()
                == 1;
    }

    /**
     * Forgets what one followee spoke of, but for the latest of it, and with it what nobody else spoke of. What is looked at just
     * now stays until the next time: so nobody waits in a circle.
     */
    void forgetAllBut(int most, URI followee) {
        changed(db.sql("""
                WITH gone AS (
                    DELETE FROM following.mention
                     WHERE followee = :followee
                       AND stream IN (SELECT id FROM following.stream
                                       WHERE id IN (SELECT mention.stream
                                                      FROM following.mention
                                                      JOIN following.stream ON stream.id = mention.stream
                                                     WHERE mention.followee = :followee
                                                     ORDER BY stream.said_at DESC, stream.id OFFSET :most)
                                         FOR UPDATE SKIP LOCKED)
                    RETURNING stream)
                DELETE FROM following.stream
                 WHERE id IN (SELECT stream FROM gone)
                   AND NOT EXISTS (SELECT 1 FROM following.mention
                                    WHERE mention.stream = stream.id AND mention.followee <> :followee)
                RETURNING team""").param("followee", followee.toString()).param("most", most));
    }

    /**
     * What is on air with somebody whom they follow: what is believed first, the latest of it first.
     *
     * @param believedSince what is not believed since an earlier moment is not on air
     */
    List<Sight> onAir(Wisher wisher, Instant now, Instant believedSince, int most) {
        return onAir(
                "wish.team IS NOT DISTINCT FROM CAST(:team AS uuid)"
                        + " AND wish.member IS NOT DISTINCT FROM CAST(:member AS uuid)"
                        + " AND wish.directory = :directory AND wish.rings = :rings",
                now,
                believedSince,
                most,
                wisher);
    }

    /** What is on air with somebody whom the node or a team follows: who follows for themself alone shows nobody. */
    List<Sight> onAirForEverybody(Instant now, Instant believedSince, int most) {
        return onAir(
                "wish.member IS NULL AND wish.directory = :directory AND wish.rings = :rings",
                now,
                believedSince,
                most,
                new Wisher.OfNode());
    }

    /** What is on air with those whom the directory or the rings follow, their own only; so many of each: what is believed first. */
    List<Sight> ownOnAir(Wisher wisher, Instant now, Instant believedSince, int mostOfOne) {
        return ownOnAir("", List.of(), wisher, now, believedSince, mostOfOne);
    }

    /** The same of these teams alone. */
    List<Sight> ownOnAirOf(Collection<URI> teams, Wisher wisher, Instant now, Instant believedSince, int mostOfOne) {
        return ownOnAir(" AND stream.team = ANY (:teams)", teams, wisher, now, believedSince, mostOfOne);
    }

    private List<Sight> ownOnAir(
            String which, Collection<URI> teams, Wisher wisher, Instant now, Instant believedSince, int mostOfOne) {
        var theirs = """
                SELECT stream.*, row_number() OVER (PARTITION BY stream.team
                           ORDER BY stream.believed_until > :now DESC, stream.since DESC, stream.id) AS place
                  FROM following.stream
                  JOIN following.followee ON followee.actor = stream.team AND followee.state = 'FOLLOWED'
                  JOIN following.wish ON wish.followee = stream.team
                                         AND wish.directory = :directory AND wish.rings = :rings
                                         AND wish.team IS NULL AND wish.member IS NULL
                 WHERE stream.on_air AND stream.believed_until > :believedSince""" + which;
        return db.sql("SELECT %s FROM (%s) stream WHERE stream.place <= :most".formatted(COLUMNS, theirs))
                .param("teams", teams.stream().map(URI::toString).toArray(String[]::new))
                .param("believedSince", Instants.parameter(believedSince))
                .param("now", Instants.parameter(now))
                .param("most", mostOfOne)
                .param("directory", WishStore.isDirectory(wisher))
                .param("rings", WishStore.isRings(wisher))
                .query((row, _) -> sight(row))
                .list();
    }

    private List<Sight> onAir(String whose, Instant now, Instant believedSince, int most, Wisher wisher) {
        return db.sql("SELECT " + COLUMNS + """
                  FROM following.stream
                 WHERE stream.on_air AND stream.believed_until > :believedSince
                   AND EXISTS (SELECT 1 FROM following.mention
                                 JOIN following.followee ON followee.actor = mention.followee
                                 JOIN following.wish ON wish.followee = mention.followee
                                WHERE mention.stream = stream.id AND followee.state = 'FOLLOWED' AND""" + " " + whose + """
                       )
                 ORDER BY stream.believed_until > :now DESC, stream.since DESC, stream.id LIMIT :most""")
                .param("believedSince", Instants.parameter(believedSince))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .param("team", WishStore.team(wisher))
                .param("member", WishStore.member(wisher))
                .param("directory", WishStore.isDirectory(wisher))
                .param("rings", WishStore.isRings(wisher))
                .query((row, _) -> sight(row))
                .list();
    }

    /** There is nothing; unless somebody spoke of it since then. */
    void drop(Due due) {
        changed(db.sql("DELETE FROM following.stream WHERE id = :id AND next_look_at = :leased RETURNING team")
                .param("id", due.address().toString())
                .param("leased", Instants.parameter(due.leasedUntil())));
    }

    void remove(URI id) {
        changed(db.sql("DELETE FROM following.stream WHERE id = :id RETURNING team")
                .param("id", id.toString()));
    }

    void removeOf(URI team) {
        changed(db.sql("DELETE FROM following.stream WHERE team = :team RETURNING team")
                .param("team", team.toString()));
    }

    List<String> hosts() {
        return db.sql("SELECT DISTINCT host FROM following.stream")
                .query(String.class)
                .list();
    }

    void removeHost(String host) {
        changed(db.sql("DELETE FROM following.stream WHERE host = :host RETURNING team")
                .param("host", host));
    }

    /** Forgets what was over before that moment. */
    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM following.stream WHERE believed_until < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    /** Forgets what nobody follows any more. */
    void forgetUnmentioned() {
        changed(db.sql("""
                DELETE FROM following.stream
                 WHERE NOT EXISTS (SELECT 1 FROM following.mention WHERE mention.stream = stream.id)
                RETURNING team"""));
    }

    /** How many rows this statement changes, which returns their teams. */
    private int changed(JdbcClient.StatementSpec statement) {
        var teams = statement.query(String.class).list();
        if (!teams.isEmpty()) {
            events.publishEvent(
                    new OnAirChanged(teams.stream().map(URI::create).collect(Collectors.toUnmodifiableSet())));
        }
        return teams.size();
    }

    private static Sight sight(ResultSet row) throws SQLException {
        return new Sight(
                URI.create(row.getString("id")),
                URI.create(row.getString("author")),
                URI.create(row.getString("team")),
                row.getString("title"),
                URI.create(row.getString("page")),
                row.getBoolean("on_air"),
                Instants.read(row, "since"),
                row.getLong("sequence"),
                Instants.read(row, "said_at"),
                Instants.read(row, "believed_until"));
    }
}
