// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;

/** How the last broadcast went. */
public sealed interface LastShow {

    /** What there is to show; nothing, if there was none. */
    default Kept orNothing() {
        return this instanceof Kept kept ? kept : Kept.NOTHING;
    }

    /** One is open, or there was none. */
    record None() implements LastShow {}

    /**
     * It is over.
     *
     * @param goodSeconds in which nothing was wrong
     * @param troubles longest first
     * @param lostFrames missing, late or left out
     * @param lufs loudness, 0 where nobody listened
     * @param players that reported
     * @param smoothPlayers of those, without a stall
     */
    record Kept(
            Instant openedAt,
            Instant endedAt,
            int goodSeconds,
            List<Trouble> troubles,
            long bitsPerSecond,
            long frames,
            long lostFrames,
            double lufs,
            int players,
            int smoothPlayers)
            implements LastShow {
        /** Stands where there was none, hidden, until the island has something to write. */
        public static final Kept NOTHING = new Kept(Instant.EPOCH, Instant.EPOCH, 0, List.of(), 0, 0, 0, 0, 0, 0);

        public Kept {
            troubles = List.copyOf(troubles);
        }
    }

    /** What was wrong, and for how long in all.
     *  @param cause such as {@code upload-slow} */
    record Trouble(String cause, int seconds) {}
}
