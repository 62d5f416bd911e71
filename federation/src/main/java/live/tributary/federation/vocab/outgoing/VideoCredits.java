// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;
import java.util.List;

import live.tributary.federation.vocab.ActivityStreams;

/**
 * Whose broadcast it is. Both are on this node: PeerTube, Lemmy and the origin rule (FEP-fe34) want the author and the
 * object on one host. The steward stands in for a member from elsewhere.
 *
 * @param author the Person that creates and updates it: Mastodon takes the first name as the author
 * @param group the team
 */
public record VideoCredits(URI author, URI group) {

    /** Everybody, the team, and the followers of both. */
    public Audience audience() {
        return new Audience(
                List.of(ActivityStreams.PUBLIC, group),
                List.of(new ActorAddresses(author).followers(), new ActorAddresses(group).followers()));
    }
}
