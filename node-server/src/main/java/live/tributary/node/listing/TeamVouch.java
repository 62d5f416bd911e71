// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.listing;

import java.net.URI;
import java.time.Instant;

/**
 * A team elsewhere for which a team of this node vouches.
 *
 * @param actor its address
 * @param name as it called itself then
 */
public record TeamVouch(URI actor, String name, Instant since) {}
