// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.time.Instant;

/** One line in the log of a broadcast. */
public sealed interface Entry {

    Instant at();

    /** A turn in the life of the broadcast.
     *  @param encoder what the encoder calls itself; empty where the turn is not about one */
    record Turned(Instant at, Turn turn, String encoder) implements Entry {}

    /** Something was wrong for a while, or still is. */
    record Troubled(Stretch stretch) implements Entry {
        @Override
        public Instant at() {
            return stretch.from();
        }
    }

    /** What turned. */
    enum Turn {
        CONNECTED,
        LIVE,
        /** Another connection took its place. */
        TAKEN_OVER,
        /** The connection broke. */
        LOST,
        /** The encoder said goodbye. */
        STOPPED,
        BACK,
        ENDED
    }
}
