// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of what a node keeps, for a test to look behind the scenes. */
final class KeptStore {

    private final JdbcClient db;

    KeptStore(JdbcClient db) {
        this.db = db;
    }

    Kept kept() {
        return new Kept(
                db.sql("SELECT concat_ws(' ', actor, state) FROM following.followee")
                        .query(String.class)
                        .set(),
                db.sql("SELECT concat_ws(' ', id, title, sequence) FROM following.stream WHERE on_air")
                        .query(String.class)
                        .set());
    }

    /** Addresses of broadcasts elsewhere that it takes for on air. */
    Set<String> onAir() {
        return db.sql("SELECT id FROM following.stream WHERE on_air")
                .query(String.class)
                .set();
    }

    /** Whether it remembers a broadcast elsewhere, over or not. */
    boolean remembers(String address) {
        return db.sql("SELECT count(*) FROM following.stream WHERE id = :id")
                        .param("id", address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** How many broadcasts elsewhere it remembers, those that are over among them. */
    int remembered() {
        return db.sql("SELECT count(*) FROM following.stream")
                .query(Integer.class)
                .single();
    }

    /** How much is on its way to others, or waits for them. */
    int queued() {
        return db.sql("SELECT count(*) FROM fediverse.delivery WHERE state = 'QUEUED'")
                .query(Integer.class)
                .single();
    }
}
