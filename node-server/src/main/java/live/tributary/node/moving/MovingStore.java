// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.moving;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.fediverse.ActorId;
import live.tributary.node.kernel.Instants;

/** SQL of where our actors were before, and where they are now. */
final class MovingStore {

    private final JdbcClient db;

    MovingStore(JdbcClient db) {
        this.db = db;
    }

    /** In the order of their names. */
    List<FormerAddress> formerAddresses(ActorId actor) {
        return db.sql("""
                SELECT address, handle, moved_here, looked_at FROM moving.former_address
                 WHERE actor = :actor ORDER BY handle, address""")
                .param("actor", actor.value())
                .query((row, _) -> new FormerAddress(
                        URI.create(row.getString("address")),
                        row.getString("handle"),
                        row.getBoolean("moved_here"),
                        Instants.read(row, "looked_at")))
                .list();
    }

    void put(ActorId actor, FormerAddress former) {
        db.sql("""
                INSERT INTO moving.former_address (actor, address, handle, moved_here, looked_at)
                VALUES (:actor, :address, :handle, :movedHere, :lookedAt)
                    ON CONFLICT (actor, address) DO UPDATE
                   SET handle = excluded.handle, moved_here = excluded.moved_here, looked_at = excluded.looked_at""")
                .param("actor", actor.value())
                .param("address", former.address().toString())
                .param("handle", former.handle())
                .param("movedHere", former.movedHere())
                .param("lookedAt", Instants.parameter(former.lookedAt()))
                .update();
    }

    boolean drop(ActorId actor, URI address) {
        return db.sql("DELETE FROM moving.former_address WHERE actor = :actor AND address = :address")
                        .param("actor", actor.value())
                        .param("address", address.toString())
                        .update()
                > 0;
    }

    Optional<Departure> departure(ActorId actor) {
        return db.sql("SELECT target, handle, page, left_at FROM moving.departure WHERE actor = :actor")
                .param("actor", actor.value())
                .query((row, _) -> new Departure(
                        URI.create(row.getString("target")),
                        row.getString("handle"),
                        URI.create(row.getString("page")),
                        Instants.read(row, "left_at")))
                .optional();
    }

    /** Who leaves again goes elsewhere. */
    void leave(ActorId actor, Departure departure) {
        db.sql("""
                INSERT INTO moving.departure (actor, target, handle, page, left_at)
                VALUES (:actor, :target, :handle, :page, :leftAt)
                    ON CONFLICT (actor) DO UPDATE
                   SET target = excluded.target, handle = excluded.handle, page = excluded.page,
                       left_at = excluded.left_at""")
                .param("actor", actor.value())
                .param("target", departure.target().toString())
                .param("handle", departure.handle())
                .param("page", departure.page().toString())
                .param("leftAt", Instants.parameter(departure.leftAt()))
                .update();
    }

    boolean comeBack(ActorId actor) {
        return db.sql("DELETE FROM moving.departure WHERE actor = :actor")
                        .param("actor", actor.value())
                        .update()
                > 0;
    }
}
