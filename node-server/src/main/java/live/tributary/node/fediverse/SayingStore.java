// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.federation.delivery.DeliveryClass;
import live.tributary.node.kernel.Instants;

/** SQL of what our actors said. */
final class SayingStore {

    private static final String SELECT = """
            SELECT id, sender, verb, video, audience, hearing, urgency, said_at
              FROM fediverse.activity
            """;

    private final JdbcClient db;

    SayingStore(JdbcClient db) {
        this.db = db;
    }

    /** @param dueAt when it is to be put into words and given to the inboxes */
    void add(Saying saying, Instant dueAt) {
        db.sql("""
                INSERT INTO fediverse.activity
                       (id, sender, verb, video, audience, hearing, urgency, listed, said_at, due_at)
                VALUES (:id, :sender, :verb, :video, :audience, :hearing, :urgency, :listed, :saidAt, :dueAt)""")
                .param("id", saying.id())
                .param("sender", saying.sender().value())
                .param("verb", saying.verb().name())
                .param("video", saying.subject() instanceof Subject.OfVideo(var video) ? video : null)
                .param("audience", saying.hearers().text())
                .param("hearing", saying.hearers().which().name())
                .param("urgency", saying.urgency().name())
                .param("listed", saying.verb().listed())
                .param("saidAt", Instants.parameter(saying.saidAt()))
                .param("dueAt", Instants.parameter(dueAt))
                .update();
    }

    /** What was put into words elsewhere, and has its inboxes already. */
    void addLetter(UUID id, ActorId sender, byte[] document, Instant now) {
        db.sql("""
                INSERT INTO fediverse.activity
                       (id, sender, verb, audience, hearing, urgency, listed, said_at, document)
                VALUES (:id, :sender, 'LETTER', '', 'ALL', 'NORMAL', false, :now, :document)""")
                .param("id", id)
                .param("sender", sender.value())
                .param("now", Instants.parameter(now))
                .param("document", document)
                .update();
    }

    /** The next that is due. */
    Optional<UUID> nextDue(Instant now) {
        return db.sql("SELECT id FROM fediverse.activity WHERE due_at <= :now ORDER BY due_at, place LIMIT 1")
                .param("now", Instants.parameter(now))
                .query(UUID.class)
                .optional();
    }

    /** For nobody else until the transaction ends; empty where somebody else is at it, or it is done. */
    Optional<Saying> lockDue(UUID id) {
        return db.sql(SELECT + " WHERE id = :id AND due_at IS NOT NULL FOR UPDATE SKIP LOCKED")
                .param("id", id)
                .query((row, _) -> saying(row))
                .optional();
    }

    /** Whether this waits to be said of the video; waits for whoever is just saying it. */
    boolean isDue(Verb verb, UUID video) {
        return db.sql("""
                SELECT id FROM fediverse.activity
                 WHERE video = :video AND verb = :verb AND due_at IS NOT NULL
                   FOR UPDATE""")
                        .param("video", video)
                        .param("verb", verb.name())
                        .query(UUID.class)
                        .list()
                        .size()
                > 0;
    }

    /** Whether the sender waits to say this of itself; waits for whoever is just saying it. */
    boolean isDue(Verb verb, ActorId sender) {
        return db.sql("""
                SELECT id FROM fediverse.activity
                 WHERE sender = :sender AND verb = :verb AND video IS NULL AND due_at IS NOT NULL
                   FOR UPDATE""")
                        .param("sender", sender.value())
                        .param("verb", verb.name())
                        .query(UUID.class)
                        .list()
                        .size()
                > 0;
    }

    /** Takes back what was not put into words yet. */
    void unsay(Verb verb, UUID video) {
        db.sql("DELETE FROM fediverse.activity WHERE video = :video AND verb = :verb AND due_at IS NOT NULL")
                .param("video", video)
                .param("verb", verb.name())
                .update();
    }

    /** Takes back what the sender has not said of itself yet. */
    void unsay(Verb verb, ActorId sender) {
        db.sql("""
                DELETE FROM fediverse.activity
                 WHERE sender = :sender AND verb = :verb AND video IS NULL AND due_at IS NOT NULL""").param("sender", sender.value()).param("verb", verb.name()).update();
    }

    void remove(UUID id) {
        db.sql("DELETE FROM fediverse.activity WHERE id = :id").param("id", id).update();
    }

    /** It is said later, if it was not said meanwhile. */
    void postpone(UUID id, Instant dueAt) {
        db.sql("UPDATE fediverse.activity SET due_at = :dueAt WHERE id = :id AND due_at IS NOT NULL")
                .param("dueAt", Instants.parameter(dueAt))
                .param("id", id)
                .update();
    }

    /** Keeps the words; from now on it belongs to the deliveries. */
    void said(UUID id, byte[] document) {
        db.sql("UPDATE fediverse.activity SET document = :document, due_at = NULL WHERE id = :id")
                .param("document", document)
                .param("id", id)
                .update();
    }

    /** Other words for those who have not got it yet. */
    void reword(UUID id, byte[] document) {
        db.sql("UPDATE fediverse.activity SET document = :document WHERE id = :id")
                .param("document", document)
                .param("id", id)
                .update();
    }

    /** What was said of a video with this verb, by whomever, the latest first. */
    List<Saying> of(Verb verb, UUID video) {
        return db.sql(SELECT + " WHERE video = :video AND verb = :verb ORDER BY place DESC")
                .param("video", video)
                .param("verb", verb.name())
                .query((row, _) -> saying(row))
                .list();
    }

    /** The words of something that stands in an outbox; empty for anything else, and for what was taken back. */
    Optional<byte[]> listed(UUID id) {
        return db.sql("""
                SELECT document FROM fediverse.activity said
                 WHERE id = :id AND listed AND document IS NOT NULL
                   AND NOT EXISTS (SELECT 1 FROM fediverse.video shown
                                    WHERE shown.id = said.video AND shown.removed_at IS NOT NULL)""").param("id", id).query(byte[].class).optional();
    }

    /**
     * Forgets what was no longer needed before this time: heartbeats, letters, answers. Outboxes stay whole, and so does what
     * was passed on to readers of groups: they are told if it is taken back.
     */
    void prune(Instant before) {
        db.sql("""
                DELETE FROM fediverse.activity spoken
                 WHERE NOT spoken.listed AND spoken.verb <> 'PASS_ON'
                   AND spoken.due_at IS NULL AND spoken.said_at < :before
                   AND NOT EXISTS (SELECT 1 FROM fediverse.delivery open
                                    WHERE open.activity = spoken.id AND open.state = 'QUEUED')""").param("before", Instants.parameter(before)).update();
    }

    private static Saying saying(ResultSet row) throws SQLException {
        var video = row.getObject("video", UUID.class);
        return new Saying(
                row.getObject("id", UUID.class),
                new ActorId(row.getString("sender")),
                Verb.valueOf(row.getString("verb")),
                video == null ? new Subject.OfItself() : new Subject.OfVideo(video),
                Hearers.of(Hearers.Which.valueOf(row.getString("hearing")), row.getString("audience")),
                DeliveryClass.valueOf(row.getString("urgency")),
                Instants.read(row, "said_at"));
    }
}
