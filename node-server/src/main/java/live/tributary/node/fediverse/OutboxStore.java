// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of what an actor's outbox shows: what it said of broadcasts that are still there, the latest first. */
final class OutboxStore {

    private static final String SHOWN = """
              FROM fediverse.activity said JOIN fediverse.video video ON video.id = said.video
             WHERE said.sender = :sender AND said.listed AND said.document IS NOT NULL AND video.removed_at IS NULL
            """;

    private final JdbcClient db;

    OutboxStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of an outbox.
     *
     * @param place rises with time; a page continues below that of its last
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
    record Shown(long place, UUID id, byte[] document) {}

    long count(ActorId sender) {
        return db.sql("SELECT count(*)" + SHOWN)
                .param("sender", sender.value())
                .query(Long.class)
                .single();
    }

    List<Shown> page(ActorId sender, long below, int most) {
        return db.sql("SELECT said.place, said.id, said.document" + SHOWN
                        + " AND said.place < :below ORDER BY said.place DESC LIMIT :most")
                .param("sender", sender.value())
                .param("below", below)
                .param("most", most)
                .query((row, _) ->
                        new Shown(row.getLong("place"), row.getObject("id", UUID.class), row.getBytes("document")))
                .list();
    }

    /** What our actors pointed their followers to a video with, the first first. */
    List<UUID> shares(UUID video) {
        return db.sql("""
                SELECT id FROM fediverse.activity
                 WHERE video = :video AND verb = 'ANNOUNCE' AND document IS NOT NULL
                 ORDER BY place""").param("video", video).query(UUID.class).list();
    }
}
