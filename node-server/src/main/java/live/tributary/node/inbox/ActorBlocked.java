// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/**
 * Somebody elsewhere wants nothing to do with an actor of this node. Published inside the transaction in which the activity is
 * noted as done.
 *
 * @param blocked address of ours
 */
public record ActorBlocked(URI actor, URI blocked) {}
