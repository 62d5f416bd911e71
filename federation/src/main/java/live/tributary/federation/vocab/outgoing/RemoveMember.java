// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A ring has a member no longer; or, of a member, its wish that it should be so.
 *
 * @param actor the ring, which tells its members; or the member, which tells the ring
 */
public record RemoveMember(URI id, URI actor, URI ring, URI member, List<URI> told) implements Outgoing {

    public RemoveMember {
        told = List.copyOf(told);
    }

    @Override
    public Audience audience() {
        return new Audience(told, List.of());
    }
}
