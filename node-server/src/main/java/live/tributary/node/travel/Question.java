// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;

import live.tributary.federation.vocab.TravelLane;

/**
 * Whether a raft may come to a team.
 *
 * @param offer its address: each question has its own
 */
record Question(Handoff handoff, Raft raft, Prospect target, TravelLane lane, URI offer) {}
