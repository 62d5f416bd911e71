// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

import java.time.Instant;

/** The life of a broadcast. */
public sealed interface BroadcastState {

    /** A publisher is connected; viewers have no picture yet. */
    record Open() implements BroadcastState {}

    /** On air. */
    record Live(Instant since) implements BroadcastState {}

    /** Over, for good. */
    record Ended(Instant at) implements BroadcastState {}
}
