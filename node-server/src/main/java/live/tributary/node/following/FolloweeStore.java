// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.signature.Origin;
import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.Instants;

/** SQL of whom the node follows. */
final class FolloweeStore {

    private static final String SELECT =
            "SELECT actor, kind, inbox, state, greeted, follows, asks, asked_at FROM following.followee";

    private final JdbcClient db;

    FolloweeStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Followee> find(URI actor) {
        return db.sql(SELECT + " WHERE actor = :actor")
                .param("actor", actor.toString())
                .query((row, _) -> followee(row))
                .optional();
    }

    /** For nobody else until the transaction ends. */
    Optional<Followee> lock(URI actor) {
        return db.sql(SELECT + " WHERE actor = :actor FOR UPDATE")
                .param("actor", actor.toString())
                .query((row, _) -> followee(row))
                .optional();
    }

    /**
     * Those of them who are there, and stay so until the transaction ends. Taken before anything else is, and in one order: so
     * nobody waits in a circle.
     */
    List<URI> hold(Collection<URI> actors) {
        return actors.isEmpty()
                ? List.of()
                : db.sql("SELECT actor FROM following.followee WHERE actor IN (:actors) ORDER BY actor FOR KEY SHARE")
                        .param("actors", actors.stream().map(URI::toString).toList())
                        .query((row, _) -> URI.create(row.getString("actor")))
                        .list();
    }

    /** Those of them whose word counts. */
    List<URI> followed(Collection<URI> actors) {
        return actors.isEmpty()
                ? List.of()
                : db.sql("SELECT actor FROM following.followee WHERE state = 'FOLLOWED' AND actor IN (:actors)")
                        .param("actors", actors.stream().map(URI::toString).toList())
                        .query((row, _) -> URI.create(row.getString("actor")))
                        .list();
    }

    /** The actor of a whole server, where that is followed: what is on the server is its own. */
    List<URI> followedServers(String host) {
        return db.sql("""
                SELECT actor FROM following.followee
                 WHERE host = :host AND kind = 'Application' AND state = 'FOLLOWED'""")
                .param("host", host)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    /**
     * Notes somebody who is yet to be asked, as they were just fetched. Who is known stays as they are, and cannot be forgotten
     * until the transaction ends: whoever is just being forgotten is noted anew.
     */
    void add(URI actor, String kind, URI inbox, Instant now, Instant nextLookAt) {
        db.sql("""
                INSERT INTO following.followee (actor, host, domain, kind, inbox, state, follows, asked_at, next_look_at)
                VALUES (:actor, :host, :domain, :kind, :inbox, 'ASKED', '{}', :now, :nextLookAt)
                    ON CONFLICT (actor) DO UPDATE SET actor = excluded.actor""")
                .param("actor", actor.toString())
                .param("host", host(actor))
                .param("domain", Domains.of(host(actor)))
                .param("kind", kind)
                .param("inbox", inbox.toString())
                .param("now", Instants.parameter(now))
                .param("nextLookAt", Instants.parameter(nextLookAt))
                .update();
    }

    /** They were asked by this activity, and will be again if {@link #askAgain} says when. */
    void asked(URI actor, UUID follow, Instant now) {
        db.sql("""
                UPDATE following.followee
                   SET state = 'ASKED', follows = follows || CAST(:follow AS uuid), asks = asks + 1, asked_at = :now,
                       next_ask_at = NULL
                 WHERE actor = :actor""")
                .param("follow", follow)
                .param("now", Instants.parameter(now))
                .param("actor", actor.toString())
                .update();
    }

    /** Whoever is asked from now on is asked as if for the first time. */
    void askAnew(URI actor) {
        db.sql("UPDATE following.followee SET asks = 0 WHERE actor = :actor")
                .param("actor", actor.toString())
                .update();
    }

    /** They are where somebody who was followed moved to. */
    void movedHere(URI actor, Instant now) {
        db.sql("UPDATE following.followee SET moved_here_at = :now WHERE actor = :actor")
                .param("now", Instants.parameter(now))
                .param("actor", actor.toString())
                .update();
    }

    boolean hasMovedSince(URI actor, Instant moment) {
        return db.sql("SELECT 1 FROM following.followee WHERE actor = :actor AND moved_here_at > :moment")
                .param("actor", actor.toString())
                .param("moment", Instants.parameter(moment))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** They are to be asked at the latest then: another wish does not put off what was put off already. */
    void askBy(URI actor, Instant at) {
        db.sql(
                        "UPDATE following.followee SET state = 'ASKED', next_ask_at = least(next_ask_at, :at) WHERE actor = :actor")
                .param("at", Instants.parameter(at))
                .param("actor", actor.toString())
                .update();
    }

    /** They are to be asked then, unless they answer before. */
    void askAgain(URI actor, Instant at) {
        db.sql("UPDATE following.followee SET state = 'ASKED', next_ask_at = :at WHERE actor = :actor")
                .param("at", Instants.parameter(at))
                .param("actor", actor.toString())
                .update();
    }

    /** They answered; false where a later answer is known. */
    boolean answered(URI actor, Followee.State state, long arrival, Instant now) {
        return db.sql("""
                UPDATE following.followee
                   SET state = :state, answered = :arrival, next_ask_at = NULL, silent_since = NULL, asks = 0,
                       -- Who says the same once more has nobody look once more.
                       greeted = greeted AND state = :state,
                       next_look_at = CASE WHEN state = :state THEN next_look_at ELSE :now END
                 WHERE actor = :actor AND answered < :arrival""")
                        .param("state", state.name())
                        .param("arrival", arrival)
                        .param("now", Instants.parameter(now))
                        .param("actor", actor.toString())
                        .update()
                == 1;
    }

    /** Their servers spoke, so they are there. */
    void heardFrom(Collection<URI> actors) {
        db.sql(
                        "UPDATE following.followee SET silent_since = NULL WHERE actor = ANY (:actors) AND silent_since IS NOT NULL")
                .param("actors", actors.stream().map(URI::toString).toArray(String[]::new))
                .update();
    }

    void reached(URI actor, String kind, URI inbox) {
        db.sql("""
                UPDATE following.followee SET kind = :kind, inbox = :inbox, silent_since = NULL
                 WHERE actor = :actor""")
                .param("kind", kind)
                .param("inbox", inbox.toString())
                .param("actor", actor.toString())
                .update();
    }

    void silent(URI actor, Instant now) {
        db.sql("UPDATE following.followee SET silent_since = coalesce(silent_since, :now) WHERE actor = :actor")
                .param("now", Instants.parameter(now))
                .param("actor", actor.toString())
                .update();
    }

    void greeted(URI actor) {
        db.sql("UPDATE following.followee SET greeted = true WHERE actor = :actor")
                .param("actor", actor.toString())
                .update();
    }

    void gone(URI actor) {
        db.sql("UPDATE following.followee SET state = 'GONE', next_ask_at = NULL WHERE actor = :actor")
                .param("actor", actor.toString())
                .update();
    }

    /** When to look the next time; unless somebody said since then that there is something new. */
    void lookAgain(Due due, Instant at) {
        db.sql("UPDATE following.followee SET next_look_at = :at WHERE actor = :actor AND next_look_at = :leased")
                .param("at", Instants.parameter(at))
                .param("actor", due.address().toString())
                .param("leased", Instants.parameter(due.leasedUntil()))
                .update();
    }

    /**
     * Whom to ask once more.
     *
     * @param lease after which they are due again, if nothing was done about it
     */
    List<URI> claimAsks(Instant now, Duration lease, int most) {
        return db.sql("""
                UPDATE following.followee SET next_ask_at = :leased
                 WHERE actor IN (SELECT actor FROM following.followee WHERE next_ask_at <= :now
                                  ORDER BY next_ask_at LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING actor""")
                .param("leased", Instants.parameter(now.plus(lease)))
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    /**
     * At whom to look again: whoever said no is left alone.
     *
     * @param lease after which they are due again, if nothing was done about it
     * @param busy domains that are left alone
     */
    List<Due> claimLooks(Instant now, Duration lease, Collection<String> busy, int most) {
        var leased = now.plus(lease);
        return db.sql("""
                UPDATE following.followee SET next_look_at = :leased
                 WHERE next_look_at <= :now
                   AND actor IN (SELECT actor
                                   FROM (SELECT actor, next_look_at,
                                                row_number() OVER (PARTITION BY domain ORDER BY next_look_at) AS place
                                           FROM following.followee
                                          WHERE next_look_at <= :now AND state IN ('ASKED', 'FOLLOWED')
                                            AND domain <> ALL (string_to_array(:busy, ' '))) due
                                  WHERE place <= :perDomain ORDER BY next_look_at LIMIT :most)
                RETURNING actor""")
                .param("leased", Instants.parameter(leased))
                .param("busy", String.join(" ", busy))
                .param("perDomain", UnderWay.MOST_PER_DOMAIN)
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query((row, _) -> new Due(URI.create(row.getString("actor")), leased))
                .list();
    }

    /** How many let the node follow them. */
    int countFollowed() {
        return db.sql("SELECT count(*) FROM following.followee WHERE state = 'FOLLOWED'")
                .query(Integer.class)
                .single();
    }

    /** Hosts, with their ports, of whom is followed. */
    List<String> hosts() {
        return db.sql("SELECT DISTINCT host FROM following.followee")
                .query(String.class)
                .list();
    }

    void remove(URI actor) {
        db.sql("DELETE FROM following.followee WHERE actor = :actor")
                .param("actor", actor.toString())
                .update();
    }

    void removeHost(String host) {
        db.sql("DELETE FROM following.followee WHERE host = :host")
                .param("host", host)
                .update();
    }

    /** Host, and port where it is not the usual one, in lower case. */
    static String host(URI address) {
        return Origin.of(address).map(Origin::authority).orElse("").toLowerCase(Locale.ROOT);
    }

    private static Followee followee(ResultSet row) throws SQLException {
        return new Followee(
                URI.create(row.getString("actor")),
                row.getString("kind"),
                URI.create(row.getString("inbox")),
                Followee.State.valueOf(row.getString("state")),
                row.getBoolean("greeted"),
                Arrays.asList((UUID[]) row.getArray("follows").getArray()),
                row.getInt("asks"),
                Instants.read(row, "asked_at"));
    }
}
