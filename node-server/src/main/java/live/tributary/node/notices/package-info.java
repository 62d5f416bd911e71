// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the teams of a directory announce for later: when they begin, and whom they look for. It stands at the team's own
 * server, is read there, and is shown in an order that is drawn by lot.
 *
 * <p>Tables {@code notices.team}, {@code notices.start}, {@code notices.seat}; who is not listed any more has no rows there.
 * Events in: {@code TeamRead}. Events out: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "notices",
        allowedDependencies = {"kernel", "fediverse", "inbox", "directory", "ledger", "fairturn", "lookout", "gate"})
package live.tributary.node.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
