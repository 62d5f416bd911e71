// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.time.Duration;
import java.time.Instant;

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
}
