// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A team will let a raft in, and holds its places. Goes to the asking team's own inbox.
 *
 * @param team who asked
 * @param offer address of what it asked
 */
public record AcceptTravel(URI id, URI actor, URI team, URI offer) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
