// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.util.UUID;

import live.tributary.federation.vocab.HandoffKind;
import live.tributary.federation.vocab.TravelOffer;
import live.tributary.node.kernel.TeamId;

/**
 * A raft that wants to come to a team of this node.
 *
 * @param actor the Group whose viewers they are
 * @param offer address of the question
 * @param team who is asked
 * @param video where they would come to
 */
record Request(URI actor, URI offer, TeamId team, UUID video, TravelOffer wish) {

    /** The same, by another name for why they come. */
    Request named(HandoffKind kind) {
        return new Request(actor, offer, team, video, wish.named(kind));
    }
}
