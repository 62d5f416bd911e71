// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;

import live.tributary.node.kernel.Instants;

/** SQL of the step from something said to the inboxes that get it, and of what need not be sent because of it. */
final class FanOutStore {

    private static final String COLUMNS = """
            INSERT INTO fediverse.delivery
                   (activity, sender, inbox, host, about, urgency, state, next_attempt_at, expires_at, queued_at)
            """;

    private static final String ROW = """
            CAST(:activity AS uuid), :sender, %1$s, lower(split_part(%1$s, '/', 3)), :about, :urgency, 'QUEUED',
            CAST(:now AS timestamptz), CAST(:expires AS timestamptz), CAST(:now AS timestamptz)
            """;

    private static final String FOLLOWERS = """
             FROM fediverse.follower LEFT JOIN fediverse.host
               ON host.name = lower(split_part(shared_inbox, '/', 3))
            WHERE actor = ANY (string_to_array(:actors, ',')) AND follower.state = 'ACCEPTED'
              AND lower(split_part(shared_inbox, '/', 3)) <> :ownHost
              AND (host.breaker IS NULL OR host.breaker <> 'GONE' OR host.probe_at <= :now)
              AND (:which = 'ALL' OR (:which = 'PROGRAMS' AND kind IN ('Application', 'Service'))
                   OR (:which = 'GROUP_READERS' AND host.software IN (:groupReaders)))""";

    private static final String WAITS = " state = 'QUEUED' AND (claimed_until IS NULL OR claimed_until <= :now) ";

    /** Software whose users follow a group to see what it passes on. */
    private static final List<String> GROUP_READERS = List.of("lemmy", "nodebb", "piefed", "mbin", "kbin", "discourse");

    private final JdbcClient db;

    FanOutStore(JdbcClient db) {
        this.db = db;
    }

    /** One delivery for each server, not for each follower; none to a server that is gone. */
    int toFollowers(Saying saying, String ownHost, Instant now) {
        return among(
                        saying.hearers(),
                        ownHost,
                        insert("SELECT DISTINCT " + ROW.formatted("shared_inbox") + FOLLOWERS, saying, now))
                .update();
    }

    /** Whether anything that is said to these would reach anybody. */
    boolean hasFollowers(Hearers hearers, String ownHost, Instant now) {
        return among(hearers, ownHost, db.sql("SELECT EXISTS (SELECT 1 " + FOLLOWERS + ")"))
                .param("now", Instants.parameter(now))
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient.StatementSpec among(Hearers hearers, String ownHost, JdbcClient.StatementSpec statement) {
        return statement
                .param("actors", hearers.text())
                .param("which", hearers.which().name())
                .param("groupReaders", GROUP_READERS)
                .param("ownHost", ownHost);
    }

    /** Whoever was told something of the same thing, follower or not; of what is undone, by the same sender. */
    int toAllWhoWereTold(Saying saying, Instant now) {
        return insert("SELECT DISTINCT " + ROW.formatted("told.inbox") + """
                  FROM fediverse.delivery told
                 WHERE told.about = :about AND told.state IN ('QUEUED', 'ARRIVED')
                   AND (told.sender = :sender OR NOT :ownOnly)""", saying, now)
                .param("ownOnly", saying.verb() == Verb.UNDO)
                .update();
    }

    /** Each server that was told anything by the sender and does not get this yet: it may know the sender's key. */
    int toServersThatKnow(Saying saying, Instant now) {
        return insert("SELECT DISTINCT ON (told.host) " + ROW.formatted("told.inbox") + """
                  FROM fediverse.delivery told
                 WHERE told.sender = :sender AND told.state IN ('QUEUED', 'ARRIVED')
                   AND NOT EXISTS (SELECT 1 FROM fediverse.delivery this
                                    WHERE this.activity = CAST(:activity AS uuid) AND this.host = told.host)
                   AND NOT EXISTS (SELECT 1 FROM fediverse.host gone WHERE gone.name = told.host AND gone.breaker = 'GONE')
                 ORDER BY told.host, told.id DESC""", saying, now)
                .update();
    }

    int toInbox(Saying saying, URI inbox, Instant now) {
        return insert("SELECT " + ROW.formatted("CAST(:inbox AS text)"), saying, now)
                .param("inbox", inbox.toString())
                .update();
    }

    /** What is to arrive before this is tried again now: the longer it has failed, the longer it would hold this up. */
    int hurryBefore(Saying letter, URI inbox, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET next_attempt_at = :now
                 WHERE inbox = :inbox AND sender = :sender AND about = :about AND state = 'QUEUED'
                   AND next_attempt_at > :now""")
                .param("now", Instants.parameter(now))
                .param("inbox", inbox.toString())
                .param("sender", letter.sender().value())
                .param("about", letter.about())
                .update();
    }

    /** Older changes that nobody has got yet: the newest says it all. */
    int replaceOlderUpdates(Saying update, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET state = 'REPLACED', settled_at = :now
                 WHERE about = :about AND activity <> :activity AND""" + WAITS + """
                   AND activity IN (
                       SELECT id FROM fediverse.activity WHERE verb IN ('UPDATE', 'UPDATE_NOTE', 'UPDATE_ACTOR'))
                   AND inbox IN (SELECT newer.inbox FROM fediverse.delivery newer WHERE newer.activity = :activity)""")
                .param("about", update.about())
                .param("activity", update.id())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Everything else that was to be told of it. */
    int replaceAllBut(Saying last, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET state = 'REPLACED', settled_at = :now
                 WHERE about = :about AND activity NOT IN
                       (SELECT id FROM fediverse.activity
                         WHERE verb IN ('DELETE', 'UNDO', 'DELETE_NOTE', 'DELETE_ACTOR')) AND""" + WAITS)
                .param("about", last.about())
                .param("now", Instants.parameter(now))
                .update();
    }

    /**
     * The beginning of something that is over now is not told after this time.
     *
     * @return inboxes that have not heard of the beginning
     */
    List<String> limitBeginning(Saying end, Instant until, Instant now) {
        db.sql("""
                UPDATE fediverse.delivery
                   SET expires_at = LEAST(expires_at, :until)
                 WHERE about = :about AND state = 'QUEUED'
                   AND activity IN (SELECT id FROM fediverse.activity WHERE verb IN ('CREATE', 'ANNOUNCE', 'PASS_ON'))""")
                .param("until", Instants.parameter(until))
                .param("about", end.about())
                .update();
        return db.sql("""
                SELECT inbox FROM fediverse.delivery unaware
                 WHERE about = :about AND""" + WAITS + """
                   AND activity IN (SELECT id FROM fediverse.activity WHERE verb = 'CREATE')
                   AND NOT EXISTS (SELECT 1 FROM fediverse.delivery known
                                    WHERE known.inbox = unaware.inbox AND known.about = unaware.about
                                      AND known.state = 'ARRIVED')""")
                .param("about", end.about())
                .param("now", Instants.parameter(now))
                .query(String.class)
                .list();
    }

    /** Takes the end back from inboxes that will hear of a beginning that is over. */
    int replaceFor(Saying end, List<String> inboxes, Instant now) {
        return inboxes.isEmpty()
                ? 0
                : db.sql("""
                        UPDATE fediverse.delivery
                           SET state = 'REPLACED', settled_at = :now
                         WHERE activity = :activity AND state = 'QUEUED' AND inbox IN (:inboxes)""")
                        .param("activity", end.id())
                        .param("inboxes", inboxes)
                        .param("now", Instants.parameter(now))
                        .update();
    }

    /** What was to be told of the post beside a video, which nobody has got yet. */
    int dropNote(UUID video, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET state = 'DROPPED', settled_at = :now
                 WHERE about = :about AND""" + WAITS)
                .param("about", Saying.aboutNoteOf(video))
                .param("now", Instants.parameter(now))
                .update();
    }

    /** What one actor was to announce and nobody has got yet. */
    int dropAnnouncements(Saying end, ActorId sender, Instant now) {
        return db.sql("""
                UPDATE fediverse.delivery
                   SET state = 'DROPPED', settled_at = :now
                 WHERE about = :about AND sender = :sender AND""" + WAITS + """
                   AND activity IN (SELECT id FROM fediverse.activity WHERE verb = 'ANNOUNCE')""")
                .param("about", end.about())
                .param("sender", sender.value())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** The statement that adds rows, once for each inbox however often it is run. */
    private JdbcClient.StatementSpec insert(String rows, Saying saying, Instant now) {
        return db.sql(COLUMNS + rows + " ON CONFLICT (activity, inbox) DO NOTHING")
                .param("activity", saying.id())
                .param("sender", saying.sender().value())
                .param("about", saying.about())
                .param("urgency", saying.urgency().name())
                .param("now", Instants.parameter(now))
                .param(
                        "expires",
                        Instants.parameter(saying.saidAt().plus(saying.urgency().timeToLive())));
    }
}
