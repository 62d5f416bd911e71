// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

/**
 * A streamer, or the steward of a team.
 *
 * @param alsoKnownAs addresses of the same person elsewhere (FEP-7628)
 */
public record PersonActor(ActorProfile profile, List<URI> alsoKnownAs) implements LocalActor {

    public PersonActor {
        alsoKnownAs = List.copyOf(alsoKnownAs);
    }
}
