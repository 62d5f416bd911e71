// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A team vouches for another no more.
 *
 * @param team for whom it did
 * @param directories that list whoever vouched
 */
public record RemoveVouch(URI id, URI actor, URI team, List<URI> directories) implements Outgoing {

    public RemoveVouch {
        directories = List.copyOf(directories);
    }

    /** What it is taken out of. */
    URI vouches() {
        return new ActorAddresses(actor).vouches();
    }

    @Override
    public Audience audience() {
        return new Audience(List.of(team), directories);
    }
}
