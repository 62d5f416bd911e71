// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import java.net.URI;

/** What came of a wish about rings. */
public sealed interface RingDeed {

    /**
     * It is done, or on its way.
     *
     * @param ring address of its actor
     */
    record Done(URI ring) implements RingDeed {}

    /** It is not. */
    record Not(Why why) implements RingDeed {}

    /** Why not. */
    enum Why {
        /** A ring of this node has that address. */
        SLUG_TAKEN,
        /** The team is in as many rings as it may be. */
        TOO_MANY_RINGS,
        /** The ring has as many members as it may have. */
        FULL,
        /** As many wait as may wait. */
        TOO_MANY_WAIT,
        NO_ADDRESS,
        NO_SERVER,
        SILENT,
        BLOCKED,
        NO_RING,
        NO_TEAM,
        /** It is in the ring already. */
        ALREADY,
        /** There would be nobody to look after the ring. */
        LAST_STEWARD,
        TOO_OFTEN,
        /** The ring's host has answered within the last week. */
        HOST_ANSWERS,
        /** Nobody here knows of it any more. */
        GONE
    }
}
