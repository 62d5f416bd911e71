// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.vouches;

import java.net.URI;

/**
 * A team stands up for another.
 *
 * @param voucher address of the actor of whoever says so
 */
record Vouch(URI voucher, URI vouched) {}
