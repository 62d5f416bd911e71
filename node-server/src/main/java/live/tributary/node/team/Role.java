// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.team;

/** What a member may do in a team. */
public enum Role {
    /** Invites, removes, and may do for every member what the member may. */
    OWNER,
    /** Has a channel: key, title, start and end of own broadcasts. */
    STREAMER
}
