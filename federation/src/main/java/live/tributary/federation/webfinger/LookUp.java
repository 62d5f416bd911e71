// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.webfinger;

import java.net.URI;

import live.tributary.federation.http.Outcome;

/** What came of looking up a handle. */
public sealed interface LookUp {

    /**
     * Somebody has this name.
     *
     * @param handle the canonical one, which may have another host than the one that was asked for
     * @param actor id of an actor; the first of them, unless it was asked about one
     * @param jrd all that was said of the canonical handle
     */
    record Found(Handle handle, URI actor, Jrd jrd) implements LookUp {

        /** Whether the name is this actor's, perhaps among others: Lemmy has a person and a community of one name. */
        boolean isOf(URI actor) {
            return jrd.actors().anyMatch(actor::equals);
        }
    }

    /**
     * The server says that there is nobody of this name, or nobody who speaks ActivityPub.
     *
     * @param certain false where it was only not found: a proxy says so, too, while the server behind it is being mended
     */
    record Nobody(Handle handle, boolean certain) implements LookUp {}

    /**
     * The answers contradict each other: the name may be borrowed.
     *
     * @param why for the operator
     */
    record Contradiction(Handle handle, String why) implements LookUp {}

    /** No answer that could be used. */
    record NoAnswer(Handle handle, Outcome outcome) implements LookUp {}
}
