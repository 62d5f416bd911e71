// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/** Who sees an answer from elsewhere. */
public enum ReplyState {
    /** The team, until it decides. */
    WAITING,
    /** Everybody. */
    SHOWN,
    /** The team, which decided so. */
    HIDDEN
}
