// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.federation.vocab;

import java.time.Instant;
import java.util.List;

/**
 * Somebody whom a team looks for. All texts are plain and of one line; what is not said is empty.
 *
 * @param role what they would do
 * @param topics as {@link ListingTag} writes them
 * @param languages BCP 47
 * @param hours how much of their time, or when
 * @param packs the rules that the team keeps, by their addresses
 * @param note in the team's own words
 * @param expires from when on nobody is looked for any more: notes that nobody takes down are not believed
 */
public record OpenSeat(
        String role,
        List<String> topics,
        List<String> languages,
        String hours,
        List<String> packs,
        String note,
        Instant expires) {

    /** All of these in code points. */
    public static final int LONGEST_ROLE = 60;

    public static final int LONGEST_HOURS = 100;
    public static final int LONGEST_NOTE = 300;
    public static final int LONGEST_PACK = 200;
    public static final int MOST_PACKS = 5;

    public OpenSeat {
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
        packs = List.copyOf(packs);
    }
}
