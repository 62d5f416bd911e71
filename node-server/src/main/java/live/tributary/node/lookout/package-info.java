// SPDX-License-Identifier: AGPL-3.0-or-later
/** How a module comes back to what is due: one thread that looks, and others for what it finds. No tables, no events. */
@NullMarked
@ApplicationModule(
        displayName = "lookout",
        allowedDependencies = {})
package live.tributary.node.lookout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
