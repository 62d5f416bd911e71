// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Words that every module uses: typed ids, who is acting, secrets, hashes, features; how often somebody may ask, and from which
 * neighbourhood; and what is worked out once for many who ask. No tables, no events.
 */
@NullMarked
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {})
package live.tributary.node.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
