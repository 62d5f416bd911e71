// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.List;

/** A card and how it came to its place (section 7). All numbers can be computed again from the snapshot, the key and the
 *  nonce.
 *  @param position from 1
 *  @param pool the language whose pool it was drawn in
 *  @param tier 1, or 2 for a group that shares none of the chosen tags
 *  @param sharedTags sorted
 *  @param allowance A, in units of 2^-20
 *  @param correction F, the fair-turn correction, in units of 2^-20
 *  @param relevance R, in units of 2^-16
 *  @param weight w, in units of 2^-20
 *  @param lot L: minus the logarithm of the group's random number, in units of 2^-32
 *  @param key L by w: who has the least comes first
 *  @param reasons what the words are made from: {@code lang:}, {@code tag:}, {@code turn:}, {@code newcomer-cap},
 *      {@code allowance} */
public record Drawn(
        Gid gid,
        int position,
        String pool,
        int tier,
        List<String> sharedTags,
        int allowance,
        int correction,
        int relevance,
        long weight,
        long lot,
        long key,
        List<String> reasons) {

    public Drawn {
        sharedTags = List.copyOf(sharedTags);
        reasons = List.copyOf(reasons);
    }
}
