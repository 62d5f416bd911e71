// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.time.InstantSource;

import live.tributary.federation.vocab.Arrivals;
import live.tributary.federation.vocab.Raids;
import live.tributary.node.fediverse.TeamWelcomes;
import live.tributary.node.kernel.TeamId;

/** Whose viewers teams let in, for the documents that tell of it. */
final class KnownWelcomes implements TeamWelcomes {

    private final PolicyStore policies;
    private final Attendance attendance;
    private final InstantSource clock;

    KnownWelcomes(PolicyStore policies, Attendance attendance, InstantSource clock) {
        this.policies = policies;
        this.attendance = attendance;
        this.clock = clock;
    }

    @Override
    public Raids raids(TeamId team) {
        return policies.of(team).raids();
    }

    @Override
    public Arrivals arrivals(TeamId team) {
        var policy = policies.of(team);
        return policy.shield() || policy.raids() == Raids.NOBODY
                ? Arrivals.CLOSED
                : attendance.room(team, policy, clock.instant()).word();
    }
}
