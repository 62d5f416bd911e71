// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Rings: ordered sets of teams that carry viewers on to one another. A team is in a ring only where both sides say so: the ring
 * names the team, and the team's own document names the ring. A ring of another host is kept as it was read there, with its proof,
 * and shown as long as its host is silent. Who is live is known by following them. Of teams that this node's directory lists it is
 * read which rings they say they are in.
 *
 * <p>Tables {@code rings.ring}, {@code rings.member}, {@code rings.seat}, {@code rings.invitation}, {@code rings.application},
 * {@code rings.vote}, {@code rings.neighbour}, {@code rings.listed}. Events in: {@code ActorSpoke}, {@code ActorChanged}, {@code ActorLeft}, {@code TeamRead}. Events out:
 * none.
 */
@NullMarked
@ApplicationModule(
        displayName = "rings",
        allowedDependencies = {
            "kernel",
            "team",
            "roster",
            "domains",
            "fediverse",
            "inbox",
            "following",
            "directory",
            "lookout"
        })
package live.tributary.node.rings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
