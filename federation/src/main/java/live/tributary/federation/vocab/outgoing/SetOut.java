// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A raft is on its way. Not public: goes to the target's own inbox.
 *
 * @param team the target's
 */
public record SetOut(URI id, URI actor, URI team, Passage passage) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
