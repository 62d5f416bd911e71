// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.view;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import live.tributary.web.page.StreamFacts;
import live.tributary.web.text.Texts;

/** The figures of a connection as words; the island {@code tb-on-air} writes the same while they change. */
public record FactWords(
        String encoder,
        String video,
        String audio,
        String bitrate,
        String keyFrames,
        String roundTrip,
        String dropped) {

    private static final double BITS_PER_MEGABIT = 1_000_000;

    static FactWords of(StreamFacts facts, Texts texts, Locale locale) {
        var unknown = texts.format("island.on-air.unknown", Map.of());
        return switch (facts) {
            case StreamFacts.None _ -> new FactWords(unknown, unknown, unknown, unknown, unknown, unknown, unknown);
            case StreamFacts.Connected connected -> new Writer(texts, locale, unknown).write(connected);
        };
    }

    private record Writer(Texts texts, Locale locale, String unknown) {

        FactWords write(StreamFacts.Connected facts) {
            return new FactWords(
                    orUnknown(facts.encoder()),
                    video(facts),
                    orUnknown(facts.audioCodec()),
                    facts.bitsPerSecond() == 0
                            ? unknown
                            : figure("bitrate", "megabits", "%.2f", facts.bitsPerSecond() / BITS_PER_MEGABIT),
                    facts.keyFrameInterval().isZero()
                            ? unknown
                            : figure("key-frames", "seconds", "%.1f", seconds(facts.keyFrameInterval())),
                    facts.roundTrip().isZero()
                            ? unknown
                            : figure("round-trip", "milliseconds", "%.0f", seconds(facts.roundTrip()) * 1000),
                    String.format(locale, "%,d", facts.droppedFrames()));
        }

        private String video(StreamFacts.Connected facts) {
            return facts.width() == 0
                    ? orUnknown(facts.videoCodec())
                    : texts.format(
                            "island.on-air.video",
                            Map.of(
                                    "codec",
                                    facts.videoCodec(),
                                    "width",
                                    Integer.toString(facts.width()),
                                    "height",
                                    Integer.toString(facts.height()),
                                    "fps",
                                    String.format(locale, "%.0f", facts.framesPerSecond())));
        }

        private String figure(String key, String argument, String format, double value) {
            return texts.format("island.on-air." + key, Map.of(argument, String.format(locale, format, value)));
        }

        private String orUnknown(String text) {
            return text.isEmpty() ? unknown : text;
        }

        private static double seconds(Duration duration) {
            return duration.toNanos() / 1e9;
        }
    }
}
