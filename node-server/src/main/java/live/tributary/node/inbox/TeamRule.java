// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.inbox;

/**
 * What a team wants to decide itself.
 *
 * @param approveFollowers whether who asks to follow waits until somebody of the team says yes
 * @param approveReplies whether an answer to a broadcast is shown only after somebody of the team says yes
 */
public record TeamRule(boolean approveFollowers, boolean approveReplies) {

    static final TeamRule OPEN = new TeamRule(false, false);
}
