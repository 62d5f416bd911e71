// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.handoff.HandoffHash;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.Travel;
import live.tributary.node.inbox.Domains;
import live.tributary.node.kernel.Instants;
import live.tributary.node.kernel.TeamId;

/** SQL of rafts that teams of this node said yes to, and of the places that were used. */
final class VisitStore {

    private static final String SELECT = """
            SELECT handoff, raft, team, video, actor, inbox, name, page, origin, address, offer, kind, size, key,
                   accepted_at, held_until
              FROM travel.visit
            """;

    private static final String COUNTS = " released_at IS NULL AND undone_at IS NULL ";

    private final JdbcClient db;

    VisitStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Holds places for a raft. If a raft asks again, the newer offer replaces the older. A held size only grows; a released one
     * starts afresh. A raft that a host sent once counts as sent by a host. False where the team undid the raft, or another source has
     * its number.
     */
    boolean add(Visit visit) {
        return db.sql("""
                INSERT INTO travel.visit (handoff, raft, team, video, actor, inbox, name, page, origin, address, offer,
                                          kind, size, key, accepted_at, held_until, receipted)
                VALUES (:handoff, :raft, :team, :video, :actor, :inbox, :name, :page, :origin, :address, :offer,
                        :kind, :size, :key, :acceptedAt, :heldUntil, false)
                    ON CONFLICT (handoff, raft, team) DO UPDATE
                   SET video = excluded.video, offer = excluded.offer, key = excluded.key, receipted = false,
                       kind = CASE WHEN visit.kind = 'HOST' THEN visit.kind ELSE excluded.kind END,
                       size = CASE WHEN visit.released_at IS NULL AND visit.held_until > excluded.accepted_at
                                   THEN greatest(visit.size, excluded.size) ELSE excluded.size END,
                       accepted_at = excluded.accepted_at, held_until = excluded.held_until, released_at = NULL
                 WHERE visit.undone_at IS NULL AND visit.actor = excluded.actor""")
                        .param("handoff", visit.handoff().hex())
                        .param("raft", visit.raft())
                        .param("team", visit.team().value())
                        .param("video", visit.video())
                        .param("actor", visit.from().actor().toString())
                        .param("inbox", visit.from().inbox().toString())
                        .param("name", visit.from().name())
                        .param("page", visit.from().page().toString())
                        .param("origin", visit.origin().toString())
                        .param("address", visit.address().toString())
                        .param("offer", visit.offer().toString())
                        .param("kind", visit.kind().name())
                        .param("size", visit.size())
                        .param("key", visit.key())
                        .param("acceptedAt", Instants.parameter(visit.acceptedAt()))
                        .param("heldUntil", Instants.parameter(visit.heldUntil()))
                        .update()
                == 1;
    }

    /** The raft that a ticket names, also when its time is over. Empty where its places were released or undone. */
    Optional<Visit> find(HandoffHash handoff, int raft, UUID video) {
        return db.sql(SELECT + " WHERE handoff = :handoff AND raft = :raft AND video = :video AND" + COUNTS)
                .param("handoff", handoff.hex())
                .param("raft", raft)
                .param("video", video)
                .query((row, _) -> visit(row))
                .optional();
    }

    /**
     * Lets one place in. False where it came in before, or its raft is not held any more. The row is locked: a team that takes its
     * yes back at the same moment does so before or after.
     */
    boolean arrive(Visit visit, int place, Instant now) {
        return db.sql("""
                INSERT INTO travel.arrival (handoff, raft, team, place, arrived_at)
                SELECT handoff, raft, team, :place, :now
                  FROM travel.visit
                 WHERE handoff = :handoff AND raft = :raft AND team = :team AND key = :key
                   AND size > :place AND held_until > :now AND""" + COUNTS + """
                   FOR SHARE
                    ON CONFLICT DO NOTHING""")
                        .param("handoff", visit.handoff().hex())
                        .param("raft", visit.raft())
                        .param("team", visit.team().value())
                        .param("key", visit.key())
                        .param("place", place)
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    /** How many came since that moment and were not undone. */
    int guests(TeamId team, Instant since) {
        return db.sql("""
                SELECT count(*) FROM travel.arrival
                  JOIN travel.visit USING (handoff, raft, team)
                 WHERE team = :team AND arrived_at > :since AND undone_at IS NULL""")
                .param("team", team.value())
                .param("since", Instants.parameter(since))
                .query(Integer.class)
                .single();
    }

    /** Places that are held and were not used. */
    int promised(TeamId team, Instant now) {
        return left(team, now).stream().mapToInt(Left::places).sum();
    }

    /** Those of them that are held for one domain: it may give names to as many servers as it likes. */
    int promised(TeamId team, URI source, Instant now) {
        var domain = Domains.of(source.getHost());
        return left(team, now).stream()
                .filter(left -> Domains.of(left.actor().getHost()).equals(domain))
                .mapToInt(Left::places)
                .sum();
    }

    /** Those of them that are held for one raft. */
    int promised(TeamId team, Travel.Raft raft, Instant now) {
        var handoff = HandoffHash.of(raft.handoff()).hex();
        return left(team, now).stream()
                .filter(left -> left.handoff().equals(handoff) && left.raft() == raft.number())
                .mapToInt(Left::places)
                .sum();
    }

    /** @param places of a raft that are held and were not used */
    private record Left(URI actor, String handoff, int raft, int places) {}

    private List<Left> left(TeamId team, Instant now) {
        return db.sql("""
                SELECT actor, handoff, raft,
                       greatest(0, size - (SELECT count(*) FROM travel.arrival
                                            WHERE (arrival.handoff, arrival.raft, arrival.team)
                                                = (visit.handoff, visit.raft, visit.team))) AS places
                  FROM travel.visit
                 WHERE team = :team AND held_until > :now AND""" + COUNTS)
                .param("team", team.value())
                .param("now", Instants.parameter(now))
                .query((row, _) -> new Left(
                        URI.create(row.getString("actor")),
                        row.getString("handoff"),
                        row.getInt("raft"),
                        row.getInt("places")))
                .list();
    }

    /** What is held now. */
    List<Visit> held(TeamId team, Instant now) {
        return db.sql(SELECT + " WHERE team = :team AND held_until > :now AND" + COUNTS)
                .param("team", team.value())
                .param("now", Instants.parameter(now))
                .query((row, _) -> visit(row))
                .list();
    }

    /** Its places are free; false where they were not held. */
    boolean release(URI offer, URI actor, Instant now) {
        return db.sql("UPDATE travel.visit SET released_at = :now WHERE offer = :offer AND actor = :actor AND" + COUNTS)
                        .param("now", Instants.parameter(now))
                        .param("offer", offer.toString())
                        .param("actor", actor.toString())
                        .update()
                > 0;
    }

    /** Whether the host there sent viewers here since that moment, in another hand-off. */
    boolean hasHostSent(TeamId team, URI actor, HandoffHash but, Instant since) {
        return db.sql("""
                SELECT count(*) FROM travel.visit
                 WHERE team = :team AND actor = :actor AND kind = 'HOST' AND handoff <> :handoff
                   AND accepted_at > :since""")
                        .param("team", team.value())
                        .param("actor", actor.toString())
                        .param("handoff", but.hex())
                        .param("since", Instants.parameter(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** From where viewers came to this broadcast: nobody of it is sent back there. */
    List<URI> sourcesOf(UUID video) {
        return db.sql("""
                SELECT DISTINCT actor FROM travel.visit
                 WHERE video = :video AND EXISTS (SELECT 1 FROM travel.arrival
                                                   WHERE (arrival.handoff, arrival.raft, arrival.team)
                                                       = (visit.handoff, visit.raft, visit.team))""")
                .param("video", video)
                .query((row, _) -> URI.create(row.getString("actor")))
                .list();
    }

    /** Who came since that moment, in the order in which their first raft was let in, the latest first. */
    List<Guests> guestsBySource(TeamId team, Instant since) {
        return db.sql("""
                SELECT actor, max(name) AS name, max(page) AS page, max(kind) AS kind, min(accepted_at) AS first_at,
                       bool_and(undone_at IS NOT NULL) AS undone,
                       coalesce(sum((SELECT count(*) FROM travel.arrival
                                      WHERE (arrival.handoff, arrival.raft, arrival.team)
                                          = (visit.handoff, visit.raft, visit.team))), 0) AS arrived
                  FROM travel.visit
                 WHERE team = :team AND accepted_at > :since
                   AND (released_at IS NULL OR undone_at IS NOT NULL
                        OR EXISTS (SELECT FROM travel.arrival
                                    WHERE (arrival.handoff, arrival.raft, arrival.team)
                                        = (visit.handoff, visit.raft, visit.team)))
                 GROUP BY actor, video ORDER BY first_at DESC""")
                .param("team", team.value())
                .param("since", Instants.parameter(since))
                .query((row, _) -> new Guests(
                        URI.create(row.getString("actor")),
                        row.getString("name"),
                        URI.create(row.getString("page")),
                        HandoffKind.valueOf(row.getString("kind")),
                        row.getInt("arrived"),
                        Instants.read(row, "first_at"),
                        row.getBoolean("undone")))
                .list();
    }

    /** The team does not want to have had the viewers of this source: they are not counted. */
    int undo(TeamId team, URI actor, Instant since, Instant now) {
        return db.sql("""
                UPDATE travel.visit SET undone_at = :now
                 WHERE team = :team AND actor = :actor AND accepted_at > :since AND undone_at IS NULL""")
                .param("now", Instants.parameter(now))
                .param("team", team.value())
                .param("actor", actor.toString())
                .param("since", Instants.parameter(since))
                .update();
    }

    /** Rafts whose time is over and whose source was not told yet; each is given out once. */
    List<Visit> takeOver(Instant now) {
        return db.sql("""
                UPDATE travel.visit SET receipted = true WHERE NOT receipted AND held_until <= :now
                RETURNING handoff, raft, team, video, actor, inbox, name, page, origin, address, offer, kind, size, key,
                          accepted_at, held_until""")
                .param("now", Instants.parameter(now))
                .query((row, _) -> visit(row))
                .list();
    }

    int arrived(Visit visit) {
        return db.sql("""
                SELECT count(*) FROM travel.arrival
                  JOIN travel.visit USING (handoff, raft, team)
                 WHERE handoff = :handoff AND raft = :raft AND team = :team AND undone_at IS NULL""")
                .param("handoff", visit.handoff().hex())
                .param("raft", visit.raft())
                .param("team", visit.team().value())
                .query(Integer.class)
                .single();
    }

    void forgetBefore(Instant moment) {
        db.sql("DELETE FROM travel.visit WHERE held_until < :moment")
                .param("moment", Instants.parameter(moment))
                .update();
    }

    private static Visit visit(ResultSet row) throws SQLException {
        return new Visit(
                new HandoffHash(row.getString("handoff")),
                row.getInt("raft"),
                new TeamId(row.getObject("team", UUID.class)),
                row.getObject("video", UUID.class),
                new Visit.Sender(
                        URI.create(row.getString("actor")),
                        URI.create(row.getString("inbox")),
                        row.getString("name"),
                        URI.create(row.getString("page"))),
                URI.create(row.getString("origin")),
                URI.create(row.getString("address")),
                URI.create(row.getString("offer")),
                HandoffKind.valueOf(row.getString("kind")),
                row.getInt("size"),
                row.getString("key"),
                Instants.read(row, "accepted_at"),
                Instants.read(row, "held_until"));
    }
}
