// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.neighbours;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a node knows of others.
 *
 * @param followed actors that it follows, each with how far that has got
 * @param onAir broadcasts of theirs, each with its title, and how often its origin has spoken of it
 */
record Kept(Set<String> followed, Set<String> onAir) {

    /** What the two know together. */
    Kept and(Kept other) {
        return new Kept(both(followed, other.followed), both(onAir, other.onAir));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
