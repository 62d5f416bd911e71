// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.complaints;

/** What came of the wish to complain. */
public enum Complaining {
    SENT,
    /** Longer than others read. */
    TOO_LONG,
    /** Nobody of that address was ever met, so it is not known where to send it. */
    UNKNOWN_ACCOUNT,
    /** Nothing goes from this node to that server. */
    SERVER_BLOCKED,
    /** The team has complained so often lately that those who read it would stop reading. */
    TOO_MANY
}
