// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.studio;

import java.time.Instant;

/** How a broadcast stands, as everybody may know. */
public sealed interface StreamState {

    /** The encoder is connected, but nothing can be played yet. */
    record Connecting(Instant since) implements StreamState {}

    /** Parts are coming. */
    record Live(Instant since) implements StreamState {}

    /**
     * The publisher went away and may come back until the grace is over.
     *
     * @param before how the broadcast stood until then, and stands again when the publisher is back
     */
    record Lost(Instant at, StreamState before) implements StreamState {}

    /** The final playlists are shown. */
    record Ended(Instant at) implements StreamState {}
}
