// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fediverse;

/** Answers, for a module further up, how many elsewhere let the node's Application follow them. Any thread that may block. */
@FunctionalInterface
public interface FollowedElsewhere {

    /** How many, whoever here wanted it: who they are is nobody's business. */
    int count();
}
