// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import live.tributary.web.page.Health;
import live.tributary.web.text.Texts;

/**
 * The chart of the last fifteen minutes in one size, ready for a template. The module {@code chart.ts} draws the same in
 * the browser, in the times of the viewer's zone.
 *
 * @param area the line, closed along the ground
 * @param announced path of the line at which the encoder is set; empty if it did not say
 * @param lost path of a bar for each step in which frames were lost
 */
public record HealthChart(
        int width,
        int height,
        String line,
        String area,
        String announced,
        String lost,
        List<Level> levels,
        List<Tick> ticks,
        List<Mark> marks) {

    /** A step is five seconds of fifteen minutes. */
    private static final int STEPS = 15 * 60 / Health.History.STEP_SECONDS;

    private static final int LEFT = 30;
    private static final int RIGHT = 6;
    private static final int TOP = 14;
    private static final int BOTTOM = 26;
    private static final int LEVELS = 4;
    private static final double KILOBITS_PER_MEGABIT = 1_000;
    private static final double HIGHEST_BAR = 0.3;
    private static final int MANY_LOST = 20;
    private static final int FIRST_ROW = 12;
    private static final int ROW = 16;
    private static final int ROWS = 5;
    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A line across, with its number. */
    public record Level(String y, String text) {}

    /** A time below.
     *  @param anchor as {@code text-anchor} has it */
    public record Tick(String x, String anchor, String text) {}

    /** A time in which something was wrong, and what.
     *  @param anchor as {@code text-anchor} has it */
    public record Mark(String x, String width, String textX, String anchor, String row, String text) {}

    static HealthChart of(Health.Measured health, int width, int height, Texts texts, Figures figures) {
        var plot = new Plot(width - LEFT - RIGHT, height - TOP - BOTTOM, health, texts, figures);
        return plot.draw(width, height);
    }

    /** @param across width of the plot without its margins; likewise {@code down} */
    private record Plot(int across, int down, Health.Measured health, Texts texts, Figures figures) {

        HealthChart draw(int width, int height) {
            double most = most();
            var kilobits = health.history().kilobits();
            var line = Curve.line(kilobits, STEPS, across, down, most);
            double start = across - (kilobits.size() - 1) * (double) across / (STEPS - 1);
            var area = line.isEmpty() ? "" : "%sL%d %dL%s %dZ".formatted(line, across, down, one(start), down);
            double set = down - health.setKilobits() / most * down;
            return new HealthChart(
                    width,
                    height,
                    line,
                    area,
                    health.setKilobits() == 0 ? "" : "M0 %sH%d".formatted(one(set), across),
                    bars(),
                    levels(most),
                    ticks(),
                    marks());
        }

        /** Kilobits at the upper edge: whole megabits that divide into four, with room above what came. */
        private double most() {
            int highest = IntStream.concat(
                            health.history().kilobits().stream().mapToInt(Integer::intValue),
                            IntStream.of(health.setKilobits()))
                    .max()
                    .orElse(0);
            double step = 250;
            while (step * LEVELS < highest * 1.1) {
                step *= 2;
            }
            return step * LEVELS;
        }

        private List<Level> levels(double most) {
            return IntStream.rangeClosed(0, LEVELS)
                    .mapToObj(level -> {
                        double megabits = most * level / LEVELS / KILOBITS_PER_MEGABIT;
                        int digits = megabits == Math.rint(megabits) ? 0 : 2;
                        return new Level(one(down - (double) down * level / LEVELS), figures.number(megabits, digits));
                    })
                    .toList();
        }

        private List<Tick> ticks() {
            var until = health.history().until();
            int count = across > 500 ? 5 : 3;
            var found = new ArrayList<Tick>();
            for (int i = 0; i <= count; i++) {
                var at = until.minus(SPAN.multipliedBy(count - i).dividedBy(count));
                var anchor = i == 0 ? "start" : i == count ? "end" : "middle";
                found.add(new Tick(one((double) across * i / count), anchor, CLOCK.format(at)));
            }
            return found;
        }

        private String bars() {
            var lost = health.history().lostFrames();
            var path = new StringBuilder();
            for (int i = 0; i < lost.size(); i++) {
                if (lost.get(i) > 0) {
                    double x = across - (lost.size() - 1 - i) * (double) across / (STEPS - 1);
                    double bar = Math.max(4, Math.min(1, lost.get(i) / (double) MANY_LOST) * HIGHEST_BAR * down);
                    path.append("M%s %dv-%s".formatted(one(x), down, one(bar)));
                }
            }
            return path.toString();
        }

        /** Neighbours stand in rows of their own, or their words would lie on each other. */
        private List<Mark> marks() {
            var stretches = health.stretches();
            return IntStream.range(0, stretches.size())
                    .mapToObj(i -> mark(stretches.get(i), FIRST_ROW + i % ROWS * ROW))
                    .toList();
        }

        private Mark mark(Health.Stretch stretch, int row) {
            double from = Math.max(0, x(stretch.from()));
            double width = Math.max(2, x(stretch.to()) - from);
            double middle = from + width / 2;
            var anchor = middle < across * 0.2 ? "start" : middle > across * 0.8 ? "end" : "middle";
            double textX = anchor.equals("middle") ? middle : anchor.equals("start") ? from : from + width;
            long seconds =
                    Math.max(1, Duration.between(stretch.from(), stretch.to()).toSeconds());
            var text = texts.format(
                    "island.on-air.mark-" + stretch.cause(), Map.of("duration", figures.duration(seconds)));
            return new Mark(one(from), one(width), one(textX), anchor, Integer.toString(row), text);
        }

        private double x(Instant at) {
            double before = Duration.between(at, health.history().until()).toMillis();
            return across - before / SPAN.toMillis() * across;
        }

        private static String one(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
