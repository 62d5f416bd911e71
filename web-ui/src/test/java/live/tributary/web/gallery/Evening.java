// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

import live.tributary.web.page.Health;
import live.tributary.web.page.Health.Entry;
import live.tributary.web.page.Health.Rung;
import live.tributary.web.page.Health.Stretch;
import live.tributary.web.page.Health.Tile;
import live.tributary.web.page.Health.Verdict;
import live.tributary.web.page.LastShow;

/** How a stream arrived on a few invented evenings. */
final class Evening {

    private static final Instant NOON = Cast.NOON;
    private static final int STEPS = 180;
    private static final Health.Viewers HUNDRED = new Health.Viewers(100, 97, 1_000, 3_000, 2_000, 3_000);
    private static final Health.Viewers NOBODY = new Health.Viewers(0, 0, 0, 0, 0, 0);
    private static final Entry CONNECTED = new Entry(NOON.minusSeconds(6_120), "connected", "OBS 32.0.1", 0);
    private static final Entry WENT_LIVE = new Entry(NOON.minusSeconds(6_118), "live", "", 0);
    private static final List<Rung> AS_SENT = List.of(
            new Rung("source", "H.264", 1920, 1080, 60, 5_920_000, 0, 14, "unknown"),
            new Rung("audio", "Opus", 0, 0, 0, 160_000, 0, 1, "unknown"));
    private static final List<Rung> WITH_ENCODER = List.of(
            AS_SENT.getFirst(),
            new Rung("encoded", "H.264", 1280, 720, 30, 2_400_000, 1.8, 6, "good"),
            new Rung("encoded", "H.264", 854, 480, 30, 1_000_000, 0.9, 2, "fix"),
            AS_SENT.getLast(),
            new Rung("encoded-audio", "AAC", 0, 0, 0, 128_000, 1.8, 1, "good"));

    private Evening() {}

    /** Nothing is wrong, but a dip ten minutes ago. */
    static Health good() {
        var dip = new Stretch("upload-slow", NOON.minusSeconds(460), NOON.minusSeconds(415));
        return new Health.Measured(
                new Verdict("good", "good", Map.of()),
                tiles(tile("key-frames", "good", 2, "even")),
                history(
                        i -> i >= 88 && i < 97 ? 3_300 + i % 4 * 300 : 5_900 + i * 37 % 11 * 20,
                        i -> i >= 89 && i < 95 ? 3 + i % 4 * 3 : 0,
                        2_000),
                6_000,
                List.of(dip),
                List.of(
                        new Entry(dip.from(), "upload-slow", "", 45),
                        new Entry(NOON.minusSeconds(3_000), "back", "OBS 32.0.1", 0),
                        new Entry(NOON.minusSeconds(3_011), "lost", "", 0),
                        WENT_LIVE,
                        CONNECTED),
                WITH_ENCODER,
                HUNDRED);
    }

    /** Key frames are too rare. */
    static Health oneFix() {
        return new Health.Measured(
                new Verdict("key-frames-rare", "fix", Map.of("seconds", 6.0, "shortestSeconds", 6.0)),
                tiles(tile("key-frames", "fix", 6, "even")),
                history(i -> 5_900 + i * 37 % 11 * 20, _ -> 0, 6_000),
                6_000,
                List.of(new Stretch("key-frames", NOON.minusSeconds(6_000), NOON)),
                List.of(new Entry(NOON.minusSeconds(6_110), "key-frames", "", 6_000), WENT_LIVE, CONNECTED),
                AS_SENT,
                NOBODY);
    }

    /** The line carries half of what is sent, and was gone for a while. */
    static Health bad() {
        var slow = new Stretch("upload-slow", NOON.minusSeconds(240), NOON);
        var away = new Stretch("away", NOON.minusSeconds(520), NOON.minusSeconds(481));
        var silent = new Stretch("silent", NOON.minusSeconds(530), NOON.minusSeconds(520));
        return new Health.Measured(
                new Verdict("upload-slow", "fix", Map.of("megabits", 2.41, "setMegabits", 6.0)),
                List.of(
                        new Tile("bitrate", "fix", 2.41, "set-to", Map.of("megabits", 6.0)),
                        new Tile("frame-rate", "fix", 31.4, "missed", Map.of("frames", 1_684.0)),
                        tile("key-frames", "look", 2.8, "uneven"),
                        new Tile("lost", "fix", 48.2, "lost", Map.of("lateFrames", 908.0, "leftOutFrames", 0.0)),
                        new Tile("round-trip", "fix", 412, "jitter", Map.of("milliseconds", 88.0)),
                        new Tile("sound", "look", 0, "sound-behind", Map.of("milliseconds", 640.0))),
                history(
                        i -> i < 74 ? 5_900 : i < 84 ? 0 : i < 132 ? 5_700 : 2_000 + i * 53 % 17 * 50,
                        i -> i < 132 ? 0 : 20 + i % 9,
                        2_800),
                6_000,
                List.of(silent, away, slow),
                List.of(
                        new Entry(slow.from(), "upload-slow", "", 240),
                        new Entry(away.to(), "back", "OBS 32.0.1", 0),
                        new Entry(away.from(), "lost", "", 0),
                        new Entry(silent.from(), "silent", "", 10),
                        WENT_LIVE,
                        CONNECTED),
                AS_SENT,
                new Health.Viewers(14, 2, 3_000, 8_000, 8_000, 15_000));
    }

    /** The encoder has just connected. */
    static Health young() {
        return new Health.Measured(
                new Verdict("measuring", "unknown", Map.of()),
                Health.Measured.NOTHING.tiles(),
                new Health.History(NOON, List.of(), List.of(), Map.of()),
                0,
                List.of(),
                List.of(new Entry(NOON, "connected", "OBS 32.0.1", 0)),
                List.of(),
                NOBODY);
    }

    /** Nobody feeds the broadcast; its last minutes are still there. */
    static Health after(String event) {
        var before = good().orNothing();
        var log = new ArrayList<>(before.log());
        log.addFirst(new Entry(NOON, event, "", 0));
        return new Health.Measured(
                Health.Measured.NOTHING.verdict(),
                Health.Measured.NOTHING.tiles(),
                before.history(),
                0,
                before.stretches(),
                log,
                List.of(),
                before.viewers());
    }

    /** An evening that is over. */
    static LastShow last() {
        return new LastShow.Kept(
                NOON.minus(Duration.ofMinutes(143)),
                NOON.minusSeconds(40),
                8_401,
                List.of(new LastShow.Trouble("upload-slow", 84), new LastShow.Trouble("away", 55)),
                5_870_000,
                512_400,
                91,
                -16.4,
                100,
                97);
    }

    private static List<Tile> tiles(Tile keyFrames) {
        return List.of(
                new Tile("bitrate", "good", 5.92, "set-to", Map.of("megabits", 6.0)),
                new Tile("frame-rate", "good", 60, "missed", Map.of("frames", 0.0)),
                keyFrames,
                new Tile("lost", "good", 0.02, "lost", Map.of("lateFrames", 1.0, "leftOutFrames", 0.0)),
                new Tile("round-trip", "good", 38, "jitter", Map.of("milliseconds", 4.0)),
                new Tile("sound", "good", -16, "sound-heard", Map.of("peakDecibels", -2.1, "milliseconds", 12.0)));
    }

    private static Tile tile(String name, String level, double value, String detail) {
        return new Tile(
                name,
                level,
                value,
                detail,
                Map.of("shortestSeconds", 1.4, "averageSeconds", value, "longestSeconds", value));
    }

    private static Health.History history(IntUnaryOperator kilobits, IntUnaryOperator lost, int keyFrameMillis) {
        var rates = numbers(kilobits);
        return new Health.History(
                NOON,
                rates,
                numbers(lost),
                Map.of(
                        "bitrate", rates,
                        "frame-rate", numbers(_ -> 60),
                        "key-frames", numbers(_ -> keyFrameMillis),
                        "lost", numbers(lost),
                        "round-trip", numbers(i -> 36 + i * 13 % 7),
                        "sound", numbers(i -> 50 + i * 5 % 7)));
    }

    private static List<Integer> numbers(IntUnaryOperator number) {
        return IntStream.range(0, STEPS).map(number).boxed().toList();
    }
}
