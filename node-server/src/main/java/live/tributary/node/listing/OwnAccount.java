// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.time.Instant;
import java.util.List;

/**
 * How a directory treats a team, as its public books say.
 *
 * @param lines one for each language in which the team was drawn; {@link OwnLine#NOTHING} alone before it was
 * @param readAt when that was read
 */
public record OwnAccount(List<OwnLine> lines, Watch watch, Instant readAt) {

    /** Whether the directory leaves the team out of its draws. */
    public enum Watch {
        /** The team was on air, and in the newest snapshot. */
        FOUND,
        /** The team had been on air for long enough, and listed, and was not in it twice in a row. */
        MISSING,
        /** The team was not on air for long enough when it was looked, or was missed once, or there was no fresh snapshot. */
        NOT_YET
    }

    public OwnAccount {
        lines = List.copyOf(lines);
    }
}
