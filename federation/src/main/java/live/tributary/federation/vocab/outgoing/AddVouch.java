// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A team vouches for another. Goes to that team and to directories, which read the collection.
 *
 * @param team for whom
 * @param directories that list whoever vouches
 */
public record AddVouch(URI id, URI actor, URI team, List<URI> directories) implements Outgoing {

    public AddVouch {
        directories = List.copyOf(directories);
    }

    /** What it is put into. */
    URI vouches() {
        return new ActorAddresses(actor).vouches();
    }

    @Override
    public Audience audience() {
        return new Audience(List.of(team), directories);
    }
}
