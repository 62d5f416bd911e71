// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.broadcast;

/** Why a broadcast ended. */
public enum EndReason {
    /** Somebody ended it on a page. */
    ENDED_BY_HAND,
    /** The encoder said that it was done, and did not come back. */
    PUBLISHER_DONE,
    /** The connection was lost and did not come back. */
    PUBLISHER_LOST,
    /** The key was revoked, or the member left. */
    KEY_REVOKED,
    /** The node could not go on with the stream by a fault of its own, which is in its log. */
    NODE_FAULT,
    /** The node stopped or crashed, and the encoder did not come back. */
    NODE_STOPPED
}
