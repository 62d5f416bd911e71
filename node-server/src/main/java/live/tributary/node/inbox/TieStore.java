// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of ties. Who changes those of an actor has locked that actor ({@link KnownActorStore#lock}). */
final class TieStore {

    private final JdbcClient db;

    TieStore(JdbcClient db) {
        this.db = db;
    }

    /** Notes what makes a tie; an Undo of it may have come before. */
    void make(Tie tie, long arrival) {
        db.sql("""
                INSERT INTO inbox.tie (actor, activity, kind, object, made)
                VALUES (:actor, :activity, :kind, :object, :arrival)
                    ON CONFLICT (actor, activity) DO UPDATE
                   SET kind = excluded.kind, object = excluded.object, made = coalesce(tie.made, excluded.made)""")
                .param("actor", tie.actor().toString())
                .param("activity", tie.activity().toString())
                .param("kind", tie.kind().name())
                .param("object", tie.object().toString())
                .param("arrival", arrival)
                .update();
    }

    /** Notes an Undo that says what it undoes. */
    void undo(Tie tie, long arrival) {
        undo(tie.actor(), tie.activity(), tie.kind().name(), tie.object().toString(), arrival);
    }

    /** Notes an Undo that only names what it undoes. */
    void undo(URI actor, URI activity, long arrival) {
        undo(actor, activity, "", "", arrival);
    }

    private void undo(URI actor, URI activity, String kind, String object, long arrival) {
        db.sql("""
                INSERT INTO inbox.tie (actor, activity, kind, object, undone)
                VALUES (:actor, :activity, :kind, :object, :arrival)
                    ON CONFLICT (actor, activity) DO UPDATE
                   SET undone = coalesce(tie.undone, excluded.undone)""")
                .param("actor", actor.toString())
                .param("activity", activity.toString())
                .param("kind", kind)
                .param("object", object)
                .param("arrival", arrival)
                .update();
    }

    /** What an activity said; empty where only its Undo came, or nothing. */
    Optional<Tie> find(URI actor, URI activity) {
        return db.sql("""
                SELECT kind, object FROM inbox.tie
                 WHERE actor = :actor AND activity = :activity AND kind <> ''""")
                .param("actor", actor.toString())
                .param("activity", activity.toString())
                .query((row, _) -> new Tie(
                        TieKind.valueOf(row.getString("kind")), actor, activity, URI.create(row.getString("object"))))
                .optional();
    }

    /**
     * The activity by which two are tied now; empty where they are not.
     *
     * <p>An Undo undoes the activity that it names. Lemmy gives what it undoes a new address each time: an Undo of what
     * never came undoes all that came before it.
     */
    Optional<URI> holding(TieKind kind, URI actor, URI object) {
        return db.sql("""
                SELECT held.activity FROM inbox.tie held
                 WHERE held.kind = :kind AND held.actor = :actor AND held.object = :object
                   AND held.made IS NOT NULL AND held.undone IS NULL
                   AND NOT EXISTS (SELECT 1 FROM inbox.tie stray
                                    WHERE stray.kind = held.kind AND stray.actor = held.actor
                                      AND stray.object = held.object
                                      AND stray.made IS NULL AND stray.undone > held.made)
                 ORDER BY held.activity DESC LIMIT 1""")
                .param("kind", kind.name())
                .param("actor", actor.toString())
                .param("object", object.toString())
                .query((row, _) -> URI.create(row.getString("activity")))
                .optional();
    }

    /** Notes that what made a tie was passed on. */
    void passedOn(Tie tie) {
        db.sql("UPDATE inbox.tie SET passed_on = true WHERE actor = :actor AND activity = :activity")
                .param("actor", tie.actor().toString())
                .param("activity", tie.activity().toString())
                .update();
    }

    /** Whether what ties the two so was passed on; from now on it counts as not. */
    boolean forgetPassedOn(Tie tie) {
        return db.sql("""
                UPDATE inbox.tie SET passed_on = false
                 WHERE kind = :kind AND actor = :actor AND object = :object AND passed_on""")
                        .param("kind", tie.kind().name())
                        .param("actor", tie.actor().toString())
                        .param("object", tie.object().toString())
                        .update()
                > 0;
    }

    /** How many are tied so to any of these. */
    int count(TieKind kind, Collection<URI> objects) {
        return db.sql("""
                SELECT count(DISTINCT held.actor) FROM inbox.tie held
                 WHERE held.kind = :kind AND held.object = ANY (string_to_array(:objects, chr(10)))
                   AND held.made IS NOT NULL AND held.undone IS NULL
                   AND NOT EXISTS (SELECT 1 FROM inbox.tie stray
                                    WHERE stray.kind = held.kind AND stray.actor = held.actor
                                      AND stray.object = held.object
                                      AND stray.made IS NULL AND stray.undone > held.made)""")
                .param("kind", kind.name())
                .param("objects", lines(objects))
                .query(Integer.class)
                .single();
    }

    /** Makes an end of what ties each of them so to it, as an Undo of each would. */
    void end(TieKind kind, List<URI> actors, URI object) {
        db.sql("""
                UPDATE inbox.tie SET undone = coalesce(undone, made)
                 WHERE kind = :kind AND actor = ANY (string_to_array(:actors, chr(10))) AND object = :object""")
                .param("kind", kind.name())
                .param("actors", lines(actors))
                .param("object", object.toString())
                .update();
    }

    /** What this actor is, or was, tied to so. */
    List<URI> objects(TieKind kind, URI actor) {
        return db.sql("SELECT DISTINCT object FROM inbox.tie WHERE kind = :kind AND actor = :actor")
                .param("kind", kind.name())
                .param("actor", actor.toString())
                .query((row, _) -> URI.create(row.getString("object")))
                .list();
    }

    /** Undos that only named what they undo, where that did not come until their activity was so old. */
    void forgetStraysBefore(Instant moment) {
        db.sql("""
                DELETE FROM inbox.tie
                 WHERE kind = '' AND undone <= (SELECT arrival FROM inbox.activity WHERE received_at < :moment
                                                 ORDER BY received_at DESC LIMIT 1)""").param("moment", Instants.parameter(moment)).update();
    }

    /**
     * Forgets what was over before the first activity that is remembered came: nothing that is still on its way is about it.
     * All of one kind between two is told from all that ever came, so it goes together.
     */
    void forgetOver() {
        db.sql("""
                DELETE FROM inbox.tie old
                 USING (SELECT actor, kind, object FROM inbox.tie WHERE kind <> ''
                         GROUP BY actor, kind, object
                        HAVING coalesce(max(made) FILTER (WHERE undone IS NULL), 0)
                               <= coalesce(max(undone) FILTER (WHERE made IS NULL), 0)
                           AND max(greatest(made, undone)) < (SELECT min(arrival) FROM inbox.activity)) AS over
                 WHERE old.actor = over.actor AND old.kind = over.kind AND old.object = over.object""").update();
    }

    /** Whatever ties anybody to it, or did. */
    void removeOf(Collection<URI> objects) {
        db.sql("DELETE FROM inbox.tie WHERE object = ANY (string_to_array(:objects, chr(10)))")
                .param("objects", lines(objects))
                .update();
    }

    void removeAll(URI actor) {
        db.sql("DELETE FROM inbox.tie WHERE actor = :actor")
                .param("actor", actor.toString())
                .update();
    }

    private static String lines(Collection<URI> addresses) {
        return addresses.stream().map(URI::toString).collect(Collectors.joining("\n"));
    }
}
