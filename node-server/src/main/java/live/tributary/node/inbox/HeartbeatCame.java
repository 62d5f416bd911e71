// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.time.Instant;

import live.tributary.federation.vocab.LiveReport;
import live.tributary.federation.vocab.Offer;

/**
 * Somebody elsewhere said once more that a broadcast goes on. Posted and signed by its actor. It is said again within minutes, so nobody keeps
 * it: published before it is answered, on the thread that answers. Whoever hears it asks nobody, and no database.
 *
 * @param offer names the broadcast
 * @param report that it is live
 * @param at when it came
 */
public record HeartbeatCame(Offer offer, LiveReport report, Instant at) {}
