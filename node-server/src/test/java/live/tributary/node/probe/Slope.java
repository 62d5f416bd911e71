// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How a figure rises with the time: least squares. */
final class Slope {

    private Slope() {}

    /** Per unit of {@code time}. */
    static <T> double of(List<T> points, ToDoubleFunction<T> time, ToDoubleFunction<T> figure) {
        double meanX = points.stream().mapToDouble(time).average().orElseThrow();
        double meanY = points.stream().mapToDouble(figure).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (var point : points) {
            double x = time.applyAsDouble(point) - meanX;
            above += x * (figure.applyAsDouble(point) - meanY);
            below += x * x;
        }
        return above / below;
    }
}
