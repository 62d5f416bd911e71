// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of samples of what teams show, and of whom they make look like a rerun. Gone with the team. */
final class RerunStore {

    private final JdbcClient db;

    RerunStore(JdbcClient db) {
        this.db = db;
    }

    /** When the team showed this the last time. */
    Optional<Instant> seen(URI team, String hash) {
        return db.sql("SELECT seen_at FROM directory.sample WHERE actor = :team AND hash = :hash")
                .param("team", team.toString())
                .param("hash", hash)
                .query((row, _) -> Instants.read(row, "seen_at"))
                .optional();
    }

    /** False where the team is not known any more. */
    boolean keep(URI team, String hash, Instant now) {
        return db.sql("""
                INSERT INTO directory.sample (actor, hash, seen_at)
                SELECT actor, :hash, :now FROM directory.listing WHERE actor = :team FOR KEY SHARE
                    ON CONFLICT (actor, hash) DO UPDATE SET seen_at = excluded.seen_at""")
                        .param("team", team.toString())
                        .param("hash", hash)
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    /** Lets samples of before that moment go. */
    void forget(Instant before) {
        db.sql("DELETE FROM directory.sample WHERE seen_at < :before")
                .param("before", Instants.parameter(before))
                .update();
    }

    /** Notes it, unless somebody had a look since then.
     *  @param quietSince teams looked at after this moment are not suspected again */
    void suspect(URI team, Suspicion suspicion, Instant quietSince) {
        db.sql("""
                INSERT INTO directory.rerun (actor, first_at, again_at) VALUES (:team, :first, :again)
                    ON CONFLICT (actor) DO UPDATE
                   SET first_at = excluded.first_at, again_at = excluded.again_at, looked_at = NULL
                 WHERE rerun.looked_at IS NULL OR rerun.looked_at <= :quietSince""")
                .param("team", team.toString())
                .param("first", Instants.parameter(suspicion.first()))
                .param("again", Instants.parameter(suspicion.again()))
                .param("quietSince", Instants.parameter(quietSince))
                .update();
    }

    /** Of whom nobody has looked at it yet. */
    Map<URI, Suspicion> suspected() {
        var suspected = new HashMap<URI, Suspicion>();
        db.sql("SELECT actor, first_at, again_at FROM directory.rerun WHERE looked_at IS NULL")
                .query((row, _) -> suspected.put(
                        URI.create(row.getString("actor")),
                        new Suspicion(Instants.read(row, "first_at"), Instants.read(row, "again_at"))))
                .list();
        return suspected;
    }

    /** False where there was nothing to look at. */
    boolean looked(URI team, Instant now) {
        return db.sql("UPDATE directory.rerun SET looked_at = :now WHERE actor = :team AND looked_at IS NULL")
                        .param("team", team.toString())
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }
}
