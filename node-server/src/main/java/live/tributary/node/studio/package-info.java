// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Takes streams in: the RTMP port, who may publish, and what is on air now, in memory.
 *
 * <p>No tables. Events in: {@code StreamKeyRevoked}, {@code BroadcastEnded}, {@code BroadcastRenamed}. Events out: none of
 * its own; {@code broadcast} publishes what it is told from here.
 */
@NullMarked
@ApplicationModule(
        displayName = "studio",
        allowedDependencies = {"kernel", "broadcast", "health"})
package live.tributary.node.studio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
