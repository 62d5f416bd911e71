// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/** How somebody elsewhere is tied to something of ours. */
enum TieKind {
    FOLLOW,
    LIKE,
    BOOST,
    BLOCK
}
