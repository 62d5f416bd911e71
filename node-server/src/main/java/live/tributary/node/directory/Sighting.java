// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.directory;

import java.time.Instant;

/** What the last look at a team's broadcasts saw. */
public sealed interface Sighting {

    /** It says nothing of being on air. */
    record Nothing() implements Sighting {}

    /** A playlist went on at that moment. */
    record Moved(Instant at) implements Sighting {}

    /**
     * It says that it is on air, and no playlist goes on.
     *
     * @param misses how many looks in a row; 0 where nobody has looked yet
     * @param because in words for the owner; may be empty
     */
    record Still(int misses, String because) implements Sighting {}
}
