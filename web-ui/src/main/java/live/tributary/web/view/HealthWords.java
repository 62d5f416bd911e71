// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import live.tributary.web.page.Air;
import live.tributary.web.page.Health;
import live.tributary.web.page.LastShow;
import live.tributary.web.text.Texts;

/** The health of a stream as words; the island {@code tb-on-air} writes the same while it changes. */
public final class HealthWords {

    /** Below the wide chart of a desk, and for a phone. */
    private static final int WIDE = 900;

    private static final int WIDE_HEIGHT = 268;
    private static final int NARROW = 340;
    private static final int NARROW_HEIGHT = 220;

    private static final String WORDS = "island.on-air.";
    private static final int LITTLE_STEPS = 60;
    private static final double BITS_PER_MEGABIT = 1e6;
    private static final double BITS_PER_KILOBIT = 1e3;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final Set<String> NOTHING_TO_FIX = Set.of("good", "dipped", "measuring");

    private final Texts texts;
    private final Figures figures;

    HealthWords(Texts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    /** What is said, and what is to be done.
     *  @param cause empty where there is nothing to do; likewise the fix */
    public record Said(String headline, String cause, String fix) {}

    /** One tile. */
    public record TileText(String name, String level, String levelText, String value, String detail, String curve) {}

    /** One row of the ladder. */
    public record RungText(
            String quality,
            String picture,
            String out,
            String watching,
            String encoder,
            String level,
            String levelText) {}

    /** The sentence about a channel that stands so. */
    public Said verdict(Air air, Health health) {
        if (health instanceof Health.Measured measured && speaks(air, measured.verdict())) {
            var verdict = measured.verdict();
            var values = figures.written(verdict.values());
            var silent = NOTHING_TO_FIX.contains(verdict.kind());
            return new Said(
                    say("verdict-" + verdict.kind()),
                    silent ? "" : say("cause-" + verdict.kind(), values),
                    silent ? "" : say("fix-" + verdict.kind()));
        }
        return new Said(say("verdict-" + air.state()), "", "");
    }

    /** Before the first picture only what keeps it away is worth saying. */
    private static boolean speaks(Air air, Health.Verdict verdict) {
        return air instanceof Air.Live
                || (air instanceof Air.Connecting && verdict.level().equals("fix"));
    }

    /** The tiles in their order. */
    public List<TileText> tiles(Health.Measured health) {
        return health.tiles().stream().map(tile -> tile(tile, health.history())).toList();
    }

    private TileText tile(Health.Tile tile, Health.History history) {
        // No sound is as loud as 0 LUFS: nothing was heard, or nobody listens.
        var unknown = tile.level().equals("unknown") || (tile.name().equals("sound") && tile.value() == 0);
        var numbers = history.byTile().getOrDefault(tile.name(), List.of());
        return new TileText(
                tile.name(),
                tile.level(),
                say("level-" + tile.level()),
                unknown ? say("unknown") : figures.ofTile(tile.name(), tile.value()),
                say("detail-" + tile.detail(), figures.written(tile.values())),
                Curve.little(numbers, LITTLE_STEPS, 120, 30));
    }

    /** For a desk, and for a phone. */
    public List<HealthChart> charts(Health.Measured health) {
        return List.of(
                HealthChart.of(health, WIDE, WIDE_HEIGHT, texts, figures),
                HealthChart.of(health, NARROW, NARROW_HEIGHT, texts, figures));
    }

    /** The chart for those who do not see it. */
    public String chartLabel(Health.Measured health) {
        var kilobits =
                health.history().kilobits().stream().mapToInt(Integer::intValue).summaryStatistics();
        return kilobits.getCount() == 0
                ? say("chart-empty")
                : say(
                        "chart",
                        Map.of(
                                "low", figures.number(kilobits.getMin() / BITS_PER_KILOBIT, 2),
                                "high", figures.number(kilobits.getMax() / BITS_PER_KILOBIT, 2)));
    }

    /** The ladder, best first. */
    public List<RungText> ladder(Health.Measured health) {
        return health.ladder().stream().map(this::rung).toList();
    }

    private RungText rung(Health.Rung rung) {
        var encoded = rung.encoderSpeed() > 0;
        var picture = rung.width() == 0
                ? rung.codec()
                : say(
                        "rung-picture",
                        Map.of(
                                "codec", rung.codec(),
                                "width", Integer.toString(rung.width()),
                                "height", Integer.toString(rung.height()),
                                "fps", figures.number(rung.framesPerSecond(), 0)));
        return new RungText(
                say("rung-" + rung.kind(), Map.of("height", Integer.toString(rung.height()))),
                picture,
                rate(rung.bitsPerSecond()),
                figures.number(rung.watching(), 0),
                encoded
                        ? say("rung-speed", Map.of("speed", figures.number(rung.encoderSpeed(), 1)))
                        : say("rung-as-sent"),
                rung.keepsUp(),
                encoded ? say("level-" + rung.keepsUp()) : "");
    }

    /** One line of the log. */
    public String entry(Health.Entry entry) {
        return say(
                "event-" + entry.event(),
                Map.of("encoder", entry.encoder(), "duration", figures.duration(entry.seconds())));
    }

    /** Such as {@code 97 of 100}. */
    public String smooth(int smooth, int players) {
        return say("of", Map.of("part", figures.count(smooth), "whole", figures.count(players)));
    }

    /** Such as {@code 1.5 s}, or that nobody said. */
    public String seconds(int millis) {
        return millis == 0
                ? say("unknown")
                : say("seconds", Map.of("seconds", figures.number(millis / MILLIS_PER_SECOND, 1)));
    }

    /** How long the last broadcast was. */
    public String length(LastShow.Kept last) {
        return figures.duration(
                Duration.between(last.openedAt(), last.endedAt()).toSeconds());
    }

    /** How much of it was good. */
    public String good(LastShow.Kept last) {
        long whole = Duration.between(last.openedAt(), last.endedAt()).toSeconds();
        return say("of", Map.of("part", figures.duration(last.goodSeconds()), "whole", figures.duration(whole)));
    }

    /** So many people. */
    public String count(long people) {
        return figures.count(people);
    }

    /** How many frames viewers missed. */
    public String lost(LastShow.Kept last) {
        return say("of", Map.of("part", figures.count(last.lostFrames()), "whole", figures.count(last.frames())));
    }

    /** How loud it was, or that nobody listened. */
    public String loudness(LastShow.Kept last) {
        return last.lufs() == 0 ? say("not-measured") : say("loudness", Map.of("lufs", figures.number(last.lufs(), 0)));
    }

    /** A bitrate. */
    public String rate(long bitsPerSecond) {
        return bitsPerSecond < BITS_PER_MEGABIT
                ? say("kilobits", Map.of("kilobits", figures.number(bitsPerSecond / BITS_PER_KILOBIT, 0)))
                : say("megabits", Map.of("megabits", figures.number(bitsPerSecond / BITS_PER_MEGABIT, 2)));
    }

    /** What was wrong, longest first. */
    public List<String> troubles(LastShow.Kept last) {
        var lines = new ArrayList<String>();
        for (var trouble : last.troubles()) {
            lines.add(say("mark-" + trouble.cause(), Map.of("duration", figures.duration(trouble.seconds()))));
        }
        return lines;
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, Object> values) {
        return texts.format(WORDS + key, values);
    }
}
