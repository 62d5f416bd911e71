// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

/** The answer to somebody who takes a member out of a team. */
public enum Removal {
    REMOVED,
    /** The last owner cannot leave: nobody could invite any more. */
    LAST_OWNER,
    /** There is no such member, or no longer. */
    NOT_A_MEMBER
}
