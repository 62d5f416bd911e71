// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * The node itself, an Application (FEP-2677, FEP-d556).
 *
 * @param duty what it does for teams of other nodes
 */
public record NodeActor(ActorProfile profile, Duty duty) implements LocalActor {

    /** What a node does for others. */
    public sealed interface Duty {

        /** Nothing: it is there for its own teams. */
        record None() implements Duty {}

        /**
         * It lists teams.
         *
         * @param rankingPolicy a page that says by what rules they are ordered
         */
        record Directory(URI rankingPolicy) implements Duty {}
    }
}
