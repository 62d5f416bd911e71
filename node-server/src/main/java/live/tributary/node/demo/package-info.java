// SPDX-License-Identifier: AGPL-3.0-or-later
/** A team that is on air by itself, for {@code ./tributary demo}: a painted river goes out through the real RTMP port.
 *  <p>Off unless {@code tributary.demo.enabled} is set. No table, no events. */
@NullMarked
@ApplicationModule(
        displayName = "demo",
        allowedDependencies = {"kernel", "instance", "accounts", "team", "broadcast", "studio"})
package live.tributary.node.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
