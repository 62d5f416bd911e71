// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.util.List;
import java.util.Locale;

/**
 * Why a card stands where it does: what its sentences are made of, and the numbers from which anybody gets the same order.
 *
 * @param language name of the one it was drawn in
 * @param sharedTags those that the visitor chose, too
 * @param tier 1 where the visitor chose nothing or shares a tag; 2 fills the page after them
 * @param sharePercent what the team has got lately, of what was due to it
 * @param newcomer whether its weight is less because nobody vouches for it
 * @param allowance whether its weight is less because it is on air for very long
 */
public record DirectoryWhy(
        String language,
        List<String> sharedTags,
        int tier,
        int sharePercent,
        Turn turn,
        boolean newcomer,
        boolean allowance,
        Numbers numbers) {

    public DirectoryWhy {
        sharedTags = List.copyOf(sharedTags);
    }

    /** Whether the team got less or more than its share lately. Each has a sentence in the message files. */
    public enum Turn {
        BEHIND,
        EVEN,
        AHEAD;

        /** Key of the sentence in the message files. */
        public String messageKey() {
            return "why.turn-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * As the draw has them, all integers.
     *
     * @param pool language tag
     * @param allowance A, in units of 2<sup>-20</sup>
     * @param turn F, in units of 2<sup>-20</sup>
     * @param relevance R, in units of 2<sup>-16</sup>
     * @param weight made from these three
     * @param lot L, from the dice
     * @param key of the order: the smallest comes first
     */
    public record Numbers(String pool, long allowance, long turn, long relevance, long weight, long lot, long key) {}
}
