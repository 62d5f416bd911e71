// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

import live.tributary.federation.vocab.RingLanes;
import live.tributary.federation.vocab.RingRoll;

/**
 * What a ring says of itself.
 *
 * @param charter its rules, in plain text
 */
public record RingWords(String name, String charter, RingLanes lanes) {

    public RingWords {
        if (name.isBlank() || length(name) > RingRoll.LONGEST_NAME) {
            throw new IllegalArgumentException("a ring's name has 1 to " + RingRoll.LONGEST_NAME + " characters");
        }
        if (length(charter) > RingRoll.LONGEST_CHARTER) {
            throw new IllegalArgumentException("a charter has at most " + RingRoll.LONGEST_CHARTER + " characters");
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
