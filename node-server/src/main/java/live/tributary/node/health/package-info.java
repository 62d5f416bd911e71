// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * How well a stream arrives: measured as it comes, judged by one table, kept for fifteen minutes, and remembered in one
 * row when the broadcast is over.
 *
 * <p>Table {@code health.record}. No events in or out: {@code studio} feeds it by direct calls, because media is never an
 * event.
 */
@NullMarked
@ApplicationModule(
        displayName = "health",
        allowedDependencies = {"kernel", "broadcast"})
package live.tributary.node.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
