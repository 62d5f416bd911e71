// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import live.tributary.web.page.TimesShown;

/**
 * What each team of a directory was shown, of what was due to it, as bars of a picture 368 wide and 48 high. Where the teams
 * are many, some are picked evenly from their order.
 *
 * @param median path of the line at the team in the middle
 */
public record ShareBars(List<Bar> bars, String median) {

    private static final int WIDTH = 368;
    private static final int HEIGHT = 48;
    private static final int MOST_BARS = 92;
    private static final double INK = 0.64;

    /** What is above is cut off: one team that was seen by chance shall not flatten all others. */
    private static final int MOST_PERCENT = 200;

    public ShareBars {
        bars = List.copyOf(bars);
    }

    /** One bar. */
    public record Bar(String x, String y, String width, String height) {}

    static ShareBars of(TimesShown shown) {
        int teams = shown.percents().size();
        int count = Math.min(teams, MOST_BARS);
        var bars = IntStream.range(0, count)
                .mapToObj(index -> bar(index, count, shown.percents().get(index * teams / count)))
                .toList();
        return new ShareBars(bars, "M0 %sH%d".formatted(one(HEIGHT - high(shown.medianPercent())), WIDTH));
    }

    private static Bar bar(int index, int count, int percent) {
        double step = (double) WIDTH / count;
        double high = high(percent);
        return new Bar(one(index * step), one(HEIGHT - high), one(step * INK), one(high));
    }

    private static double high(int percent) {
        return Math.min(percent, MOST_PERCENT) * (double) HEIGHT / MOST_PERCENT;
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
