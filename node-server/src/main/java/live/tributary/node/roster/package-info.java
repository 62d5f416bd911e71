// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who streams where: joins teams, members, channels and what is on air for whoever shows or tells it.
 *
 * <p>No tables, no events.
 */
@NullMarked
@ApplicationModule(
        displayName = "roster",
        allowedDependencies = {"kernel", "team", "broadcast", "studio"})
package live.tributary.node.roster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
