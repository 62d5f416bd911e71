// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

import java.time.Instant;

/**
 * Something that was done about a removal. None is ever changed.
 *
 * @param words reasons, or what is objected
 */
public record Step(Kind kind, Instant at, String words) {

    /** What was done. */
    public enum Kind {
        REMOVED,
        APPEALED,
        UPHELD,
        PUT_BACK
    }
}
