// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A member of a ring wants a team to join it. Goes to the team, and to the ring, which counts it as the member's yes.
 *
 * @param actor the member
 */
public record InviteToRing(URI id, URI actor, URI team, URI ring) implements Outgoing {

    @Override
    public Audience audience() {
        return new Audience(List.of(team, ring), List.of());
    }
}
