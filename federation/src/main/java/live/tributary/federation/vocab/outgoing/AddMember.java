// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A ring has a new member, or another order: whoever keeps its list reads it again.
 *
 * @param actor the ring
 */
public record AddMember(URI id, URI actor, URI member, List<URI> members) implements Outgoing {

    public AddMember {
        members = List.copyOf(members);
    }

    @Override
    public Audience audience() {
        return new Audience(members, List.of());
    }
}
