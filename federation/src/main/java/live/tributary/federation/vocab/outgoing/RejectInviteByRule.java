// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

/**
 * A directory has taken a team off by its rules. Goes to the team's own inbox.
 *
 * @param invite as it was received
 * @param reason plain text for the team: which rule, and what it did
 * @param statement where the team reads all of it and objects; only for its eyes
 */
public record RejectInviteByRule(URI id, URI actor, URI team, ObjectNode invite, String reason, URI statement)
        implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(team);
    }
}
