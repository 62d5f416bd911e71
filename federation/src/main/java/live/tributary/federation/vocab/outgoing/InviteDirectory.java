// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/** A team asks a directory to list it. Goes to the directory's own inbox. */
public record InviteDirectory(URI id, URI actor, URI directory) implements Outgoing {

    /** What is to be listed: whatever the team has on air. */
    URI liveNow() {
        return new ActorAddresses(actor).liveNow();
    }

    @Override
    public Audience audience() {
        return Audience.only(directory);
    }
}
