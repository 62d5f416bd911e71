// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** An actor goes for good. Signed before its key is destroyed, and sent to all who know it. */
public record DeleteActor(URI id, URI actor) implements Outgoing {

    @Override
    public Audience audience() {
        return Audience.everybody();
    }
}
