// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.rings;

/** What the members of a ring vote about. */
enum Question {
    /** Whether somebody is taken in. */
    JOIN,
    /** Whether a member has to go. */
    EXPEL
}
