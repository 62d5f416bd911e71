// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.fairturn;

import java.util.Comparator;
import java.util.List;

/** How unequal values are: 0 where all are the same, near 1 where one has everything. */
public final class Gini {

    private Gini() {}

    /** One value, and how much it counts. */
    public record Weighed(double value, double weight) {}

    /** NaN where nothing weighs anything, or all values are 0.
     *  @param values none below 0 */
    public static double of(List<Weighed> values) {
        double weights = 0;
        double sum = 0;
        double below = 0;
        for (Weighed one : values.stream()
                .sorted(Comparator.comparingDouble(Weighed::value))
                .toList()) {
            double before = sum;
            sum += one.value() * one.weight();
            weights += one.weight();
            below += one.weight() * (before + sum);
        }
        return 1 - below / (weights * sum);
    }
}
