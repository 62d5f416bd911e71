// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What streams are about and visitors like. The first tags are in more use than the last, for both. */
final class Tags {

    private static final int VOCABULARY = 60;
    private static final double STEEPNESS = 0.8;
    private static final double[] UP_TO = upTo();

    private Tags() {}

    /** So many different tags. */
    static List<String> some(int count, Random random) {
        var tags = new ArrayList<String>();
        while (tags.size() < count) {
            var tag = name(index(random.nextDouble()));
            if (!tags.contains(tag)) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** Those in most use. */
    static List<String> first(int count) {
        var tags = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            tags.add(name(i));
        }
        return tags;
    }

    /** The cosine that the specification calls relevance. */
    static double match(List<String> tastes, List<String> tags) {
        double shared = tastes.stream().filter(tags::contains).count();
        return tags.isEmpty() ? 0 : shared / Math.sqrt((double) tastes.size() * tags.size());
    }

    private static String name(int index) {
        return "tag-%02d".formatted(index);
    }

    private static int index(double random) {
        int index = 0;
        while (UP_TO[index] < random) {
            index++;
        }
        return index;
    }

    private static double[] upTo() {
        double[] sums = new double[VOCABULARY];
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += Math.pow(i + 1.0, -STEEPNESS);
            sums[i] = sum;
        }
        for (int i = 0; i < VOCABULARY; i++) {
            sums[i] /= sum;
        }
        sums[VOCABULARY - 1] = 1;
        return sums;
    }
}
