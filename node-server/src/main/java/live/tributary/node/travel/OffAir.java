// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.util.List;

import live.tributary.node.fediverse.Actors;
import live.tributary.node.fediverse.Addresses;
import live.tributary.node.kernel.TeamId;

/**
 * Who is live while a team is not: one who is near, and one who is not. Links only, and only where the team offers its viewers
 * a way. From memory and the database; any thread that may block.
 */
public final class OffAir {

    private final PolicyStore policies;
    private final Downstream downstream;
    private final Actors actors;
    private final Addresses addresses;

    OffAir(PolicyStore policies, Downstream downstream, Actors actors, Addresses addresses) {
        this.policies = policies;
        this.downstream = downstream;
        this.actors = actors;
        this.addresses = addresses;
    }

    /** None or one of each. */
    public List<Prospect> of(TeamId team) {
        return policies.of(team).carries()
                ? actors.group(team).stream()
                        .flatMap(group -> downstream.offAir(team, addresses.of(group)).stream())
                        .toList()
                : List.of();
    }
}
