// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.ledger;

import live.tributary.node.fairturn.Gid;

/**
 * A team in one pool.
 *
 * @param pool language tag
 */
record PoolGid(String pool, Gid gid) {}
