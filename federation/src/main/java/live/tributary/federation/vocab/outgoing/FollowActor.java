// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** An actor of this node asks for the news of somebody elsewhere. */
public record FollowActor(URI id, URI actor, URI object) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.only(object);
    }
}
