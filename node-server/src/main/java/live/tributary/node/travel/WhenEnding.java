// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

/** Where a team's viewers are offered to go when a broadcast ends. */
public sealed interface WhenEnding {

    /** Nowhere: the team takes no part as a source. */
    record Nobody() implements WhenEnding {}

    /** Wherever the draw says. */
    record Drawn() implements WhenEnding {}

    /** To this team first, and where that has no room, wherever the draw says.
     *  @param team address of its Group */
    record Chosen(URI team) implements WhenEnding {}
}
