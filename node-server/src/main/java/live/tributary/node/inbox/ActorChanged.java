// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

import java.net.URI;

/**
 * Somebody elsewhere says other things of themselves than before: whoever kept some of it asks at their own address. Published
 * inside the transaction in which the activity is noted as done.
 */
public record ActorChanged(URI actor) {}
