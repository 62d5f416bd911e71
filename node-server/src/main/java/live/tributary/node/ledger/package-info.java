// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * A directory's books: who was on air in each minute and what everybody weighed, signed and chained; the secret of each day,
 * published after it; what everybody was shown, and what was due to them.
 *
 * <p>Tables {@code ledger.snapshot}, {@code ledger.day_key}, {@code ledger.turn}, {@code ledger.live_hour}, {@code ledger.day}.
 * No events.
 */
@NullMarked
@ApplicationModule(
        displayName = "ledger",
        allowedDependencies = {
            "kernel",
            "fediverse",
            "inbox",
            "directory",
            "vouches",
            "fairturn",
            "recount",
            "lookout",
            "gate"
        })
package live.tributary.node.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
