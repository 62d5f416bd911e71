// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.travel;

/** What a team said to a raft that asked whether it may come. */
enum Answer {
    YES,
    NO,
    /** Nothing in time: it counts as a no, and costs everybody else the wait. */
    SILENCE
}
