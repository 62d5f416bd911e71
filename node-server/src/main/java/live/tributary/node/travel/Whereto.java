// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;

import live.tributary.federation.vocab.TravelLane;

/** Where a raft may go. */
sealed interface Whereto {

    /** Somebody is being asked. */
    record Searching() implements Whereto {}

    /**
     * There is room.
     *
     * @param offer what was answered with yes
     * @param until for so long places are held
     */
    record Held(Prospect target, TravelLane lane, URI offer, Instant until) implements Whereto {}

    /** To somebody whose software cannot be asked there is a link. */
    record Linked(Prospect target) implements Whereto {}

    /** Nobody has room. */
    record Nowhere() implements Whereto {}
}
