// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The picture that stands for a broadcast: the newest still while it is on air, the last one when it is over.
 *
 * <p>No tables; files in the folder {@code stills} of the data directory. Events in: {@code BroadcastEnded}. Events out:
 * none.
 */
@NullMarked
@ApplicationModule(
        displayName = "stills",
        allowedDependencies = {"kernel", "broadcast", "studio"})
package live.tributary.node.stills;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
