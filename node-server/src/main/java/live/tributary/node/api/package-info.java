// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The HTTP API {@code /api/v1}. Its contract is the hand-written file {@code openapi/tributary-v1.yaml}, and a test holds
 * the two together.
 *
 * <p>No tables, no events. Controllers are written in blocking style and run on virtual threads.
 */
@NullMarked
@ApplicationModule(
        displayName = "api",
        allowedDependencies = {
            "kernel",
            "instance",
            "accounts",
            "team",
            "broadcast",
            "health",
            "studio",
            "roster",
            "inbox",
            "listing",
            "travel",
            "gate"
        })
package live.tributary.node.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
