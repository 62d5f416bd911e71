// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The pages of the node, and what a request that failed is answered.
 *
 * <p>No tables, no events. Controllers are written in blocking style and run on virtual threads; they fill the page
 * records of the library {@code web-ui}.
 */
@NullMarked
@ApplicationModule(
        displayName = "edge",
        allowedDependencies = {
            "kernel",
            "instance",
            "accounts",
            "team",
            "broadcast",
            "health",
            "studio",
            "roster",
            "domains",
            "blocks",
            "fediverse",
            "readers",
            "inbox",
            "moving",
            "following",
            "complaints",
            "directory",
            "removals",
            "vouches",
            "ledger",
            "draws",
            "notices",
            "fairturn",
            "recount",
            "listing",
            "rings",
            "travel",
            "gate"
        })
package live.tributary.node.edge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
