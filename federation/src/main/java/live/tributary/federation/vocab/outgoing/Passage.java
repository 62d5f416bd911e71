// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab.outgoing;

import java.net.URI;

/**
 * Which raft goes where.
 *
 * @param origin the Video that it leaves
 * @param target the Video that it goes to
 * @param handoff address of the hand-off
 * @param raft its number there, from 1
 */
public record Passage(URI origin, URI target, URI handoff, int raft) {}
