// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import live.tributary.node.fairturn.Gid;

/** What the time between two snapshots brought a group in one pool.
 *  @param due its share of what was handed out */
record Booking(Gid gid, String pool, double due) {}
