// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** An actor of this node has heard enough. */
public record UndoFollow(URI id, FollowActor follow) implements Outgoing {

    @Override
    public URI actor() {
        return follow.actor();
    }

    @Override
    public Audience audience() {
        return follow.audience();
    }
}
