// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.time.Instant;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.TravelLane;

/**
 * A team asks another whether a raft of its viewers may come. Goes to that team's own inbox.
 *
 * @param actor the team whose viewers they are
 * @param team who is asked
 * @param size of the raft
 * @param until when a yes comes too late
 */
public record OfferTravel(
        URI id,
        URI actor,
        URI team,
        Passage passage,
        HandoffKind kind,
        TravelLane lane,
        int size,
        Instant published,
        Instant until)
        implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
