// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.following;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody elsewhere whom somebody here wants to follow.
 *
 * @param actor address
 * @param since when it was asked; of one who cannot be reached, since when
 */
public record Followed(URI actor, Standing standing, Instant since) {

    /** How it stands. */
    public enum Standing {
        /** They were asked, and may still answer. */
        ASKED,
        /** They were asked several times, and never answered. */
        UNANSWERED,
        /** They said yes. */
        FOLLOWED,
        /** Their server does not answer. */
        UNREACHABLE,
        /** They said no, or no longer. */
        REFUSED,
        /** They are gone for good. */
        GONE
    }
}
