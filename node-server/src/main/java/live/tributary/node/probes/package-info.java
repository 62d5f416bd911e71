// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whether a broadcast elsewhere really goes on, told from its playlist and from nothing that anybody says; and whether it shows the
 * same again. No tables, no events.
 */
@NullMarked
@ApplicationModule(
        displayName = "probes",
        allowedDependencies = {"kernel"})
package live.tributary.node.probes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
