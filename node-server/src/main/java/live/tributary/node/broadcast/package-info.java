// SPDX-License-Identifier: AGPL-3.0-or-later
/** Channels, the keys that open them, and what is or was on air.
 *  <p>Tables {@code broadcast.channel}, {@code broadcast.stream_key}, {@code broadcast.broadcast}.
 *  Events in: {@code MemberJoined} opens a channel, {@code MemberRemoved} revokes its keys.
 *  Events out: {@link live.tributary.node.broadcast.BroadcastStarted},
 *  {@link live.tributary.node.broadcast.BroadcastRenamed}, {@link live.tributary.node.broadcast.BroadcastEnded},
 *  {@link live.tributary.node.broadcast.BroadcastDescribed}, {@link live.tributary.node.broadcast.StreamKeyRevoked}. */
@NullMarked
@ApplicationModule(
        displayName = "broadcast",
        allowedDependencies = {"kernel", "team"})
package live.tributary.node.broadcast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
