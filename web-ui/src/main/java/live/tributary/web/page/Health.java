// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.web.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How well a stream arrives. Words are those of the API: the island {@code tb-on-air} writes the same while they change. */
public sealed interface Health {

    /** The names of the tiles, in the order in which they are shown. */
    List<String> TILES = List.of("bitrate", "frame-rate", "key-frames", "lost", "round-trip", "sound");

    /** What there is to show; nothing, if nothing was measured. */
    default Measured orNothing() {
        return this instanceof Measured measured ? measured : Measured.NOTHING;
    }

    /** Nothing is on air, nor was a moment ago. */
    record None() implements Health {}

    /**
     * What was measured.
     *
     * @param tiles in the order in which they are shown
     * @param setKilobits what the encoder announced, 0 if it did not
     * @param stretches that touch the time of the history
     * @param log newest first
     * @param ladder best first
     */
    record Measured(
            Verdict verdict,
            List<Tile> tiles,
            History history,
            int setKilobits,
            List<Stretch> stretches,
            List<Entry> log,
            List<Rung> ladder,
            Viewers viewers)
            implements Health {
        /** Stands where nothing was measured, hidden, until the island has something to write. */
        public static final Measured NOTHING = new Measured(
                new Verdict("measuring", "unknown", Map.of()),
                TILES.stream()
                        .map(name -> new Tile(name, "unknown", 0, "not-measured", Map.of()))
                        .toList(),
                new History(Instant.EPOCH, List.of(), List.of(), Map.of()),
                0,
                List.of(),
                List.of(),
                List.of(),
                new Viewers(0, 0, 0, 0, 0, 0));

        public Measured {
            tiles = List.copyOf(tiles);
            stretches = List.copyOf(stretches);
            log = List.copyOf(log);
            ladder = List.copyOf(ladder);
        }
    }

    /**
     * The one sentence.
     *
     * @param kind such as {@code upload-slow}
     * @param level {@code good}, {@code look}, {@code fix} or {@code unknown}
     * @param values what goes into the words; names say the unit
     */
    record Verdict(String kind, String level, Map<String, Double> values) {}

    /**
     * One figure.
     *
     * @param name such as {@code key-frames}
     * @param value means nothing where the level is {@code unknown}
     * @param detail such as {@code set-to}
     */
    record Tile(String name, String level, double value, String detail, Map<String, Double> values) {}

    /**
     * The last fifteen minutes in steps of {@value #STEP_SECONDS} seconds, oldest first.
     *
     * @param byTile what each tile's little line shows, by the tile's name
     */
    record History(Instant until, List<Integer> kilobits, List<Integer> lostFrames, Map<String, List<Integer>> byTile) {
        public static final int STEP_SECONDS = 5;
    }

    /** A time in which something was wrong.
     *  @param cause such as {@code upload-slow} */
    record Stretch(String cause, Instant from, Instant to) {}

    /**
     * One line of the log.
     *
     * @param event such as {@code connected} or {@code upload-slow}
     * @param encoder empty where the event is not about one
     * @param seconds how long it lasted, 0 for a turn
     */
    record Entry(Instant at, String event, String encoder, int seconds) {}

    /**
     * One quality.
     *
     * @param kind {@code source}, {@code encoded}, {@code sent}, {@code audio}, {@code encoded-audio} or
     *     {@code left-out}
     * @param width pixels, 0 for sound
     * @param encoderSpeed media seconds a second, 0 where nothing is encoded
     * @param watching players that follow it now
     * @param keepsUp level of that speed
     */
    record Rung(
            String kind,
            String codec,
            int width,
            int height,
            double framesPerSecond,
            long bitsPerSecond,
            double encoderSpeed,
            int watching,
            String keepsUp) {}

    /**
     * What players reported.
     *
     * @param smooth players without a stall
     */
    record Viewers(
            int players,
            int smooth,
            int startUpHalfMillis,
            int startUpMostMillis,
            int delayHalfMillis,
            int delayMostMillis) {}
}
