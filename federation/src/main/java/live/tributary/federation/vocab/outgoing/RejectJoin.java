// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A ring does not take a team in; or, of a member, its vote against it.
 *
 * @param actor the ring, which tells the team and its members; or the member, which tells the ring
 * @param reason in one sentence of plain text
 */
public record RejectJoin(URI id, URI actor, JoinRing join, String reason, List<URI> told) implements Outgoing {

    public RejectJoin {
        told = List.copyOf(told);
    }

    @Override
    public Audience audience() {
        return new Audience(told, List.of());
    }
}
