// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.util.List;
import java.util.Locale;

/** Numbers as the path of an SVG. The module {@code curve.ts} draws the same in the browser. */
final class Curve {

    private static final double TOP = 0.12;

    private Curve() {}

    /** A line that ends at the right edge.
     *  @param steps how many fit into the width
     *  @param most the number at the upper edge */
    static String line(List<Integer> numbers, int steps, double width, double height, double most) {
        var path = new StringBuilder();
        double step = width / (steps - 1);
        for (int i = 0; i < numbers.size(); i++) {
            double x = width - (numbers.size() - 1 - i) * step;
            double y = height - Math.min(1, numbers.get(i) / most) * height;
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
        }
        return path.toString();
    }

    /** A little line with room above it, which shows only how a figure moved. */
    static String little(List<Integer> numbers, int steps, double width, double height) {
        var last = numbers.subList(Math.max(0, numbers.size() - steps), numbers.size());
        double most =
                Math.max(1, last.stream().mapToInt(Integer::intValue).max().orElse(1));
        return line(last, steps, width, height, most / (1 - TOP));
    }
}
