// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.blocks;

/** What came of the wish to keep somebody out. */
public enum Blocking {
    DONE,
    /** Somebody who keeps out so many keeps out whole servers better. */
    TOO_MANY
}
