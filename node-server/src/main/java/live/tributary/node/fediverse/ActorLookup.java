// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;

/** The answer to an address or a name that may be one of our actors'. */
public sealed interface ActorLookup {

    /** Speaks for this node. */
    record Known(LocalActor actor) implements ActorLookup {}

    /** Was one of ours once; its address and name are never anybody else's. */
    record Gone(LocalActor actor, Instant at) implements ActorLookup {}

    /** Never was one of ours. */
    record Unknown() implements ActorLookup {}
}
