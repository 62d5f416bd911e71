// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

import tools.jackson.databind.node.ObjectNode;

/**
 * A follower is welcome. Goes to the own inbox of the follower: PeerTube throws when it arrives at the shared one.
 *
 * @param follow as it was received: others find by it what the answer is about
 * @param news for Owncast
 */
public record AcceptFollow(URI id, URI actor, URI follower, ObjectNode follow, StreamNews news) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(follower);
    }
}
