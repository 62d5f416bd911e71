// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * A ring takes a team in; or, of a member, its vote that the ring should.
 *
 * @param actor the ring, which tells the team; or the member, which tells the ring
 */
public record AcceptJoin(URI id, URI actor, JoinRing join, URI told) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(told);
    }
}
