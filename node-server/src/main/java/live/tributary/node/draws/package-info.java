// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The pages of a directory: drawn from the newest snapshot with the visitor's dice, each card with its reason; searched, counted
 * as shown, and given to programs and feed readers.
 *
 * <p>No tables, no events. What was counted in a minute is in the books of {@code ledger}.
 */
@NullMarked
@ApplicationModule(
        displayName = "draws",
        allowedDependencies = {
            "kernel",
            "instance",
            "fediverse",
            "inbox",
            "directory",
            "ledger",
            "fairturn",
            "recount",
            "gate"
        })
package live.tributary.node.draws;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
