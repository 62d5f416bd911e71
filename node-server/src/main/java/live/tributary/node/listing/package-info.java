// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What a team says for directories: who of them may list it, what its card and searches show, when it is on air next, whom it
 * looks for; and the directories that it chose. It travels in the team's Group, which asks here ({@code TeamListings}).
 *
 * <p>Tables {@code listing.team}, {@code listing.date}, {@code listing.seat}, {@code listing.directory}. Events in:
 * {@code ActorSpoke}. Events out: none; {@code fediverse} is told when a Group reads differently.
 */
@NullMarked
@ApplicationModule(
        displayName = "listing",
        allowedDependencies = {
            "kernel",
            "team",
            "broadcast",
            "domains",
            "fediverse",
            "inbox",
            "following",
            "lookout",
            "fairturn",
            "recount"
        })
package live.tributary.node.listing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
