// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

/**
 * A directory will not list a team, or not any longer. Goes to the team's own inbox.
 *
 * @param invite as it was received
 * @param reason plain text for the team: which rule, what it did, where to object
 */
public record RejectInvite(URI id, URI actor, URI team, ObjectNode invite, String reason) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
