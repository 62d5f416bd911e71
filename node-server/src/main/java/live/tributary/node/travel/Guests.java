// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

import java.net.URI;
import java.time.Instant;

import live.tributary.federation.vocab.HandoffKind;

/**
 * Viewers who were let in from one team to one broadcast.
 *
 * @param actor address of its Group
 * @param arrived places that were used
 * @param at when the first raft was let in
 * @param undone whether the team did not want to have had them
 */
public record Guests(URI actor, String name, URI page, HandoffKind kind, int arrived, Instant at, boolean undone) {}
