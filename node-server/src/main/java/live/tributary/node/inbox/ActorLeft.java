// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/** Somebody elsewhere is gone for good. Published inside the transaction in which all that was kept of them is forgotten. */
public record ActorLeft(URI actor) {}
