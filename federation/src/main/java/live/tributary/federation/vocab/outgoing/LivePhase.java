// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where a broadcast is in its life. */
public sealed interface LivePhase {

    /**
     * It can be watched now.
     *
     * @param until when to stop believing it if nothing more is heard
     */
    record OnAir(Instant until) implements LivePhase {}

    /**
     * It is over.
     *
     * @param length how long it was, in whole seconds
     */
    record Ended(Instant at, Duration length) implements LivePhase {}

    /**
     * It is over, and can be watched again: for PeerTube a video like any other.
     *
     * @param at when it was over
     * @param length how long the recording is, in whole seconds
     * @param recordings the same in one size or several; at least one
     */
    record Replay(Instant at, Duration length, List<Recording> recordings) implements LivePhase {

        public Replay {
            recordings = List.copyOf(recordings);
            if (recordings.isEmpty()) {
                throw new IllegalArgumentException("a replay needs a recording");
            }
        }
    }
}
