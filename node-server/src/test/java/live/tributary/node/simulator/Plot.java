// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A small SVG that can be read on light and on dark. */
final class Plot {

    private static final int WIDTH = 660;
    private static final int HEIGHT = 300;
    private static final int LEFT = 50;
    private static final int BOTTOM = 250;
    private static final int INNER_WIDTH = 570;
    private static final int INNER_HEIGHT = 220;
    private static final double GREATEST_SHARE = 2;
    private static final int POINTS = 120;
    private static final List<String> COLOURS = List.of("#2f8f6b", "#c98a1b", "#b0466f");

    private Plot() {}

    /** For each order the part of the groups that had at most so much of what was due to them: a wall at 100 % would be
     *  perfect. */
    static String shares(Map<String, Outcome> orders) {
        var lines = new StringBuilder();
        int index = 0;
        for (var order : orders.entrySet()) {
            var colour = COLOURS.get(index);
            double[] sorted = order.getValue()
                    .counted()
                    .mapToDouble(order.getValue()::share)
                    .sorted()
                    .toArray();
            lines.append(line(sorted, colour));
            lines.append(text(LEFT + 20, 50 + 20 * index, colour, order.getKey()));
            index++;
        }
        return frame(lines.toString());
    }

    private static String line(double[] sorted, String colour) {
        var points = IntStream.rangeClosed(0, POINTS)
                .mapToObj(i -> {
                    double share = GREATEST_SHARE * i / POINTS;
                    return point(share, below(sorted, share));
                })
                .collect(Collectors.joining(" "));
        return "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" points=\"%s\"/>\n".formatted(colour, points);
    }

    private static String point(double share, double part) {
        return String.format(Locale.ROOT, "%.0f,%.1f", x(share), BOTTOM - part * INNER_HEIGHT);
    }

    private static double x(double share) {
        return LEFT + share / GREATEST_SHARE * INNER_WIDTH;
    }

    private static double below(double[] sorted, double share) {
        int count = 0;
        while (count < sorted.length && sorted[count] <= share) {
            count++;
        }
        return (double) count / sorted.length;
    }

    private static String frame(String lines) {
        var svg = new StringBuilder();
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">\n"
                        .formatted(WIDTH, HEIGHT));
        svg.append("<title>Groups by the part of their fair share that they had</title>\n");
        for (int percent = 0; percent <= 200; percent += 50) {
            int at = (int) x(percent / 100.0);
            svg.append("<path stroke=\"#8886\" d=\"M%d %dV%d\"/>\n".formatted(at, BOTTOM, BOTTOM - INNER_HEIGHT));
            svg.append(text(at - 14, BOTTOM + 18, "#888", percent + " %"));
        }
        for (int percent = 0; percent <= 100; percent += 50) {
            svg.append(text(8, BOTTOM - percent * INNER_HEIGHT / 100 + 4, "#888", percent + " %"));
        }
        svg.append(
                text(LEFT + 110, BOTTOM + 40, "#888", "had at most this part of their fair share, over a fortnight"));
        return svg.append(lines).append("</svg>\n").toString();
    }

    private static String text(int x, int y, String colour, String words) {
        return "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n".formatted(x, y, colour, words);
    }
}
