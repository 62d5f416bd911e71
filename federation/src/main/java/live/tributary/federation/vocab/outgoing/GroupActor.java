// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import live.tributary.federation.vocab.Listing;
import live.tributary.federation.vocab.Raids;

/**
 * A team (FEP-1b12).
 *
 * @param steward the Person of this node that owns the team and never leaves: PeerTube refuses a Group without a
 *     Person on its own host
 * @param moderators the other Persons, in the order that the team shows them
 * @param listing what it says for directories
 * @param raids whose viewers it lets in
 */
public record GroupActor(ActorProfile profile, URI steward, List<URI> moderators, Listing listing, Raids raids)
        implements LocalActor {

    public GroupActor {
        moderators = List.copyOf(moderators);
    }
}
