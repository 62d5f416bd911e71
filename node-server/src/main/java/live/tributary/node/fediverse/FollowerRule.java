// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

import live.tributary.node.kernel.TeamId;

/**
 * Whether new followers wait. Who is let in is decided by whoever takes what others send, above this module; our actors
 * only say so. Safe for any thread that may block.
 */
public interface FollowerRule {

    /** Whether whoever asks to follow the team, or somebody of it, waits until the team says yes. */
    boolean approvesFollowers(TeamId team);
}
