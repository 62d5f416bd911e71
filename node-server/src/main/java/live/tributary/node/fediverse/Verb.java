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
    /** A broadcast has begun, in a post beside it. */
    CREATE_NOTE,
    /** The post says something else. */
    UPDATE_NOTE,
    /** The post is not there any more. */
    DELETE_NOTE,
    /** The actor itself has changed. */
    UPDATE_ACTOR,
    /** The actor has new keys: for everybody who knows it, followers or not. */
    RENEW_KEY,
    /** The actor is to be followed elsewhere. */
    MOVE,
    /** The actor itself is gone. */
    DELETE_ACTOR,
    /** What another part of the node put into words: an answer, a request, a report. */
    LETTER;

    /** Whether others may pass it on, so that it has to prove by itself who said it (FEP-8b32). */
    boolean proven() {
        return switch (this) {
            case CREATE, ANNOUNCE, UPDATE, DELETE, UNDO, UPDATE_ACTOR, RENEW_KEY, MOVE, DELETE_ACTOR -> true;
            case CREATE_NOTE, UPDATE_NOTE, DELETE_NOTE -> true;
            // A heartbeat is only a hint, and a letter is for one reader.
            case OFFER, LEAVE, LETTER -> false;
            // What is passed on has a proof of its own.
            case PASS_ON -> false;
        };
    }

    /** Whether it stands in the sender's outbox. */
    boolean listed() {
        return this == CREATE || this == ANNOUNCE || this == CREATE_NOTE;
    }

    /** Whether it is about the post beside a broadcast. */
    boolean ofNote() {
        return this == CREATE_NOTE || this == UPDATE_NOTE || this == DELETE_NOTE;
    }
}
