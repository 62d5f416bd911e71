// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * An actor has moved (FEP-7628). Its followers' servers look whether the target says the same, and follow there instead.
 *
 * @param target its new address, which has this one in {@code alsoKnownAs}
 */
public record MoveActor(URI id, URI actor, URI target) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.everybody(new ActorAddresses(actor).followers());
    }
}
