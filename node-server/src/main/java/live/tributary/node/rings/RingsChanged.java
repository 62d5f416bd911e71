// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

/** What is known of rings is not what it was. Published inside the transaction. */
record RingsChanged() {}
