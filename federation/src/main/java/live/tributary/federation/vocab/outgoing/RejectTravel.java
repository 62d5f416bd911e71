// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A team will not let a raft in, or not any longer. It does not say why: that would tell how many watch, or whom it keeps out.
 *
 * @param team who asked
 * @param offer address of what it asked
 */
public record RejectTravel(URI id, URI actor, URI team, URI offer) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
