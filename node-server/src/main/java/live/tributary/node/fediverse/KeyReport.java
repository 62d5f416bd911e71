// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import java.time.Instant;

/** How it stands with the keys of some of our actors. */
public sealed interface KeyReport {

    /** Nobody has needed any yet. */
    record None() implements KeyReport {}

    /**
     * There are keys.
     *
     * @param actors how many have keys
     * @param asked of how many new ones are wanted that are not made yet
     * @param telling of how many others are just being told that they have new ones
     * @param oldest when the oldest keys in use were made
     */
    record Made(int actors, int asked, int telling, Instant oldest) implements KeyReport {}
}
