// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.List;
import java.util.Map;

/** R (section 4): 8 to the power of the cosine between the tags that a visitor chose and those that a group has, in units of
 *  2^-16. Who claims more tags has a lower cosine. As a table, because a power is not the same in every language. */
final class Relevance {

    /** Of whoever shares no tag, and of everybody where none was chosen. */
    static final int NONE = 1 << 16;

    /** By the number of shared tags, then by the number of chosen tags times that of the group's. */
    private static final List<Map<Integer, Integer>> TABLE = List.of(
            Map.of(),
            Map.ofEntries(
                    Map.entry(1, 524_288),
                    Map.entry(2, 285_142),
                    Map.entry(3, 217_710),
                    Map.entry(4, 185_364),
                    Map.entry(5, 166_094),
                    Map.entry(6, 153_167),
                    Map.entry(8, 136_701),
                    Map.entry(9, 131_072),
                    Map.entry(10, 126_492),
                    Map.entry(12, 119_448),
                    Map.entry(15, 112_113),
                    Map.entry(16, 110_218),
                    Map.entry(20, 104_332),
                    Map.entry(25, 99_334)),
            Map.of(
                    4, 524_288, 6, 357_973, 8, 285_142, 9, 262_144, 10, 244_143, 12, 217_710, 15, 191_793, 16, 185_364,
                    20, 166_094, 25, 150_562),
            Map.of(9, 524_288, 12, 396_807, 15, 328_103, 16, 311_744, 20, 264_418, 25, 228_210),
            Map.of(16, 524_288, 20, 420_948, 25, 345_901),
            Map.of(25, 524_288));

    private Relevance() {}

    /** @param shared how many of the chosen tags the group has, 0 to 5 */
    static int of(int shared, int chosen, int groups) {
        if (shared == 0) {
            return NONE;
        }
        var relevance = TABLE.get(shared).get(chosen * groups);
        if (relevance == null) {
            throw new IllegalArgumentException("%d shared of %d and %d".formatted(shared, chosen, groups));
        }
        return relevance;
    }
}
