// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import live.tributary.web.text.Texts;

/**
 * Numbers as people read them, each by the unit that its name says. The module {@code figures.ts} writes the same in the
 * browser.
 */
final class Figures {

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;

    private final Texts texts;
    private final Locale locale;

    Figures(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** Ready to be put into a sentence. */
    Map<String, Object> written(Map<String, Double> values) {
        var written = new HashMap<String, Object>();
        values.forEach((name, value) -> written.put(name, number(value, digits(name, value))));
        return written;
    }

    /** The figure of a tile, without its unit. */
    String ofTile(String tile, double value) {
        return switch (tile) {
            case "bitrate" -> number(value, 2);
            case "frame-rate", "key-frames" -> number(value, 1);
            case "lost" -> number(value, digits("percent", value));
            default -> number(value, 0);
        };
    }

    String number(double value, int digits) {
        return String.format(locale, "%,." + digits + "f", value);
    }

    String count(long value) {
        return String.format(locale, "%,d", value);
    }

    /** Such as {@code 45 s}, {@code 3 min} or {@code 1 h 42 min}. */
    String duration(long seconds) {
        long minutes = seconds / SECONDS_PER_MINUTE;
        if (minutes == 0) {
            return texts.format("island.on-air.seconds", Map.of("seconds", count(seconds)));
        }
        if (minutes < MINUTES_PER_HOUR) {
            return texts.format("island.on-air.minutes", Map.of("minutes", count(minutes)));
        }
        return texts.format(
                "island.on-air.hours",
                Map.of(
                        "hours", count(minutes / MINUTES_PER_HOUR),
                        "minutes", count(minutes % MINUTES_PER_HOUR)));
    }

    private static boolean hasTenths(String name) {
        boolean whole = name.equals("milliseconds") || name.equals("silentSeconds");
        return name.equals("peakDecibels") || (name.endsWith("econds") && !whole);
    }

    private static int digits(String name, double value) {
        if (name.endsWith("egabits")) {
            return 2;
        }
        if (name.equals("percent")) {
            return value > 0 && value < 1 ? 2 : 1;
        }
        return hasTenths(name) ? 1 : 0;
    }
}
