// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/** A ring tells its members that a team wants to join it: they vote. */
public record AnnounceJoin(URI id, URI actor, JoinRing join, List<URI> members) implements Outgoing {

    public AnnounceJoin {
        members = List.copyOf(members);
    }

    @Override
    public Audience audience() {
        return new Audience(members, List.of());
    }
}
