// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

/** How a source stands to a team. */
enum Standing {
    FRIEND,
    RING,
    FOLLOWED,
    STRANGER;

    /** Whether nobody need fear that one server takes all the room. */
    boolean isTrusted() {
        return this == FRIEND || this == RING;
    }
}
