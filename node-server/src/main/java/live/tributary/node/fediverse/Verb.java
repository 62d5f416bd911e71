// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/** What an actor of ours says. */
enum Verb {
    /** A broadcast has begun. */
    CREATE,
    /** Look at this broadcast. */
    ANNOUNCE,
    /** The group passes on that a broadcast has begun, for those who read nothing else of a group (FEP-1b12). */
    PASS_ON,
    /** A broadcast has another title, or is over. */
    UPDATE,
    /** A team is still on air. */
    OFFER,
    /** A team is off air. */
    LEAVE,
    /** A broadcast is not shown any more. */
    DELETE,
    /** Do not look at this broadcast any more. */
    UNDO,
    /** The actor itself has changed. */
    UPDATE_ACTOR,
    /** The actor itself is gone. */
    DELETE_ACTOR,
    /** What another part of the node put into words: an answer, a request, a report. */
    LETTER;

    /** Whether others may pass it on, so that it has to prove by itself who said it (FEP-8b32). */
    boolean proven() {
        return switch (this) {
            case CREATE, ANNOUNCE, UPDATE, DELETE, UNDO, UPDATE_ACTOR, DELETE_ACTOR -> true;
            // A heartbeat is only a hint, and a letter is for one reader.
            case OFFER, LEAVE, LETTER -> false;
            // What is passed on has a proof of its own.
            case PASS_ON -> false;
        };
    }

    /** Whether it stands in the sender's outbox. */
    boolean listed() {
        return this == CREATE || this == ANNOUNCE;
    }
}
