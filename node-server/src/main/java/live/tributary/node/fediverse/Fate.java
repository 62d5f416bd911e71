// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/** What became of a delivery. */
enum Fate {
    ARRIVED,
    /** It would be refused each time. */
    REFUSED,
    /** It grew too old. */
    EXPIRED,
    /** Something newer says it all. */
    REPLACED
}
