// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.following.Followed.Standing;
import live.tributary.node.kernel.Instants;

/** SQL of who wants to follow whom. */
final class WishStore {

    private static final String OF_WISHER = """
             wish.team IS NOT DISTINCT FROM CAST(:team AS uuid) AND wish.member IS NOT DISTINCT FROM CAST(:member AS uuid)
                AND wish.directory = :directory AND wish.rings = :rings
            """;

    private final JdbcClient db;

    WishStore(JdbcClient db) {
        this.db = db;
    }

    /** False where it was wished before. */
    void add(URI followee, Wisher wisher, Instant now) {
        of(wisher, db.sql("""
                INSERT INTO following.wish (followee, team, member, directory, rings, wished_at)
                VALUES (:followee, CAST(:team AS uuid), CAST(:member AS uuid), :directory, :rings, :now) ON CONFLICT DO NOTHING"""))
                .param("followee", followee.toString())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** False where it was not wished. */
    boolean remove(URI followee, Wisher wisher) {
        return of(wisher, db.sql("DELETE FROM following.wish WHERE followee = :followee AND" + OF_WISHER))
                        .param("followee", followee.toString())
                        .update()
                == 1;
    }

    /** Whoever wants to follow the one follows the other instead; but a directory lists nobody who did not ask for it there, and a ring names its members itself. */
    void move(URI from, URI to) {
        db.sql("""
                INSERT INTO following.wish (followee, team, member, wished_at)
                SELECT :to, team, member, wished_at FROM following.wish WHERE followee = :from AND NOT directory AND NOT rings
                    ON CONFLICT DO NOTHING""").param("to", to.toString()).param("from", from.toString()).update();
    }

    /** Whether anybody wants to follow them. */
    boolean isWished(URI followee) {
        return db.sql("SELECT 1 FROM following.wish WHERE followee = :followee LIMIT 1")
                .param("followee", followee.toString())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whom the node or a team follows, but for persons. */
    List<URI> recommended() {
        return db.sql("""
                SELECT DISTINCT actor FROM following.followee JOIN following.wish ON wish.followee = followee.actor
                 WHERE state = 'FOLLOWED' AND kind IN ('Group', 'Service', 'Organization')
                   AND NOT directory AND member IS NULL
                 ORDER BY actor""").query((row, _) -> URI.create(row.getString("actor"))).list();
    }

    int count(Wisher wisher) {
        return of(wisher, db.sql("SELECT count(*) FROM following.wish WHERE" + OF_WISHER))
                .query(Integer.class)
                .single();
    }

    /** The latest wish first. */
    List<Followed> of(Wisher wisher) {
        return of(wisher, db.sql("""
                SELECT actor, state, asked_at, next_ask_at, silent_since
                  FROM following.wish JOIN following.followee ON followee.actor = wish.followee
                 WHERE""" + OF_WISHER + " ORDER BY wish.wished_at DESC, actor"))
                .query((row, _) -> followed(row))
                .list();
    }

    private static JdbcClient.StatementSpec of(Wisher wisher, JdbcClient.StatementSpec statement) {
        return statement
                .param("team", team(wisher))
                .param("member", member(wisher))
                .param("directory", isDirectory(wisher))
                .param("rings", isRings(wisher));
    }

    static @Nullable UUID team(Wisher wisher) {
        return switch (wisher) {
            case Wisher.OfTeam(var team) -> team.value();
            case Wisher.OfNode _, Wisher.OfDirectory _, Wisher.OfRings _, Wisher.OfMember _ -> null;
        };
    }

    static @Nullable UUID member(Wisher wisher) {
        return switch (wisher) {
            case Wisher.OfMember(var member) -> member.value();
            case Wisher.OfNode _, Wisher.OfDirectory _, Wisher.OfRings _, Wisher.OfTeam _ -> null;
        };
    }

    static boolean isDirectory(Wisher wisher) {
        return wisher instanceof Wisher.OfDirectory;
    }

    static boolean isRings(Wisher wisher) {
        return wisher instanceof Wisher.OfRings;
    }

    private static Followed followed(ResultSet row) throws SQLException {
        var actor = URI.create(row.getString("actor"));
        var askedAt = Instants.read(row, "asked_at");
        var state = Followee.State.valueOf(row.getString("state"));
        return Instants.readOptional(row, "silent_since")
                .filter(_ -> state == Followee.State.ASKED || state == Followee.State.FOLLOWED)
                .map(since -> new Followed(actor, Standing.UNREACHABLE, since))
                .orElse(new Followed(
                        actor,
                        standing(
                                state, Instants.readOptional(row, "next_ask_at").isPresent()),
                        askedAt));
    }

    private static Standing standing(Followee.State state, boolean isAskedAgain) {
        return switch (state) {
            case ASKED -> isAskedAgain ? Standing.ASKED : Standing.UNANSWERED;
            case FOLLOWED -> Standing.FOLLOWED;
            case REFUSED -> Standing.REFUSED;
            case GONE -> Standing.GONE;
        };
    }
}
