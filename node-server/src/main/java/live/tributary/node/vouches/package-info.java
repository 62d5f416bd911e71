// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who vouches for whom among the teams of a directory, which of them can be reached so from a team that its owner named, and which
 * seem to be run by the same people. What a team says of it is read at its own address.
 *
 * <p>Tables {@code vouches.reading}, {@code vouches.vouch}, {@code vouches.suspension}. Events in: {@code TeamRead},
 * {@code TeamGone}, {@code ActorSpoke}, {@code TeamRemoved}, {@code AppealAnswered}. Events out: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "vouches",
        allowedDependencies = {"kernel", "fairturn", "inbox", "directory", "removals", "lookout"})
package live.tributary.node.vouches;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
