// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.removals;

/**
 * Why a team is taken off.
 *
 * @param rule its number in the newest version of the rules
 * @param reasons in the owner's own words: what was seen, and when
 * @param fraud whether it was found to deceive: whoever vouched for it answers for that
 */
public record Grounds(int rule, Term term, String reasons, boolean fraud) {

    /** Too few words say nothing that somebody could object to. */
    public static final int SHORTEST_REASONS = 20;

    /** In characters. */
    public static final int LONGEST_REASONS = 2_000;
}
