// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * How many of a raft were let in, as the target counted. Not public: goes to the source's own inbox.
 *
 * @param team the source's
 */
public record TravelReceipt(URI id, URI actor, URI team, Passage passage, int arrived) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
