// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

/**
 * A directory will list a team. Goes to the team's own inbox.
 *
 * @param invite as it was received: the team's node finds by it what the answer is about
 */
public record AcceptInvite(URI id, URI actor, URI team, ObjectNode invite) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
