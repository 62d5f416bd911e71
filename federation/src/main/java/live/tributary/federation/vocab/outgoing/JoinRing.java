// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A team asks to become a member of a ring. Goes to the ring. */
public record JoinRing(URI id, URI actor, URI ring) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(ring);
    }
}
