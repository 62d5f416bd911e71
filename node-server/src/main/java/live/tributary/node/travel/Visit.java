// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import live.tributary.federation.handoff.HandoffHash;
import live.tributary.federation.vocab.HandoffKind;
import live.tributary.node.kernel.TeamId;

/**
 * A raft that a team of this node said yes to.
 *
 * @param video where it comes to
 * @param from who sends it
 * @param origin the Video that it leaves
 * @param address of the hand-off
 * @param offer what was answered
 * @param key what its tickets are signed with, as a Multikey
 * @param heldUntil for so long its places are kept
 */
record Visit(
        HandoffHash handoff,
        int raft,
        TeamId team,
        UUID video,
        Sender from,
        URI origin,
        URI address,
        URI offer,
        HandoffKind kind,
        int size,
        String key,
        Instant acceptedAt,
        Instant heldUntil) {

    /**
     * Whose viewers they are.
     *
     * @param name of the team
     * @param page where its own people find it
     */
    record Sender(URI actor, URI inbox, String name, URI page) {}
}
