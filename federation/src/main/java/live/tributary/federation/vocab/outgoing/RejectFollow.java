// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

/**
 * A follower is not welcome, or not any longer. Goes to the own inbox of the follower.
 *
 * @param follow as it was received: others find by it what the answer is about
 */
public record RejectFollow(URI id, URI actor, URI follower, ObjectNode follow) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(follower);
    }
}
