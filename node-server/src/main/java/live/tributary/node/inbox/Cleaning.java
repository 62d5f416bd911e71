// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Duration;
import java.time.Instant;

import live.tributary.federation.remote.RemoteKeys;

/** Forgets what came in and is of no use any more. */
final class Cleaning {

    /** For so long an Undo waits for what it undoes: so long others try to send that. */
    private static final Duration STRAYS_KEPT = Duration.ofDays(2);

    /** For so long what was deleted cannot come back. */
    private static final Duration DELETED_KEPT = Duration.ofDays(365);

    /**
     * For so long it is remembered who somebody is who follows, likes, boosts and answers nothing here. Whom the node follows
     * is looked at again long before.
     */
    static final Duration ACTORS_KEPT = Duration.ofDays(30);

    private final InboxStore store;
    private final ReplyStore replies;
    private final RemoteKeyStore keys;
    private final TieStore ties;
    private final KnownActorStore actors;
    private final Duration activitiesKept;

    Cleaning(
            InboxStore store,
            ReplyStore replies,
            RemoteKeyStore keys,
            TieStore ties,
            KnownActorStore actors,
            Duration activitiesKept) {
        this.store = store;
        this.replies = replies;
        this.keys = keys;
        this.ties = ties;
        this.actors = actors;
        this.activitiesKept = activitiesKept;
    }

    void clean(Instant now) {
        store.forgetBefore(now.minus(activitiesKept));
        keys.forgetTriedBefore(now.minus(activitiesKept));
        keys.forgetAbsentTriedBefore(now.minus(RemoteKeys.ABSENCE_KEPT));
        ties.forgetStraysBefore(now.minus(STRAYS_KEPT));
        ties.forgetOver();
        replies.forgetDeletedBefore(now.minus(DELETED_KEPT));
        actors.forgetStrangersBefore(now.minus(ACTORS_KEPT));
    }
}
