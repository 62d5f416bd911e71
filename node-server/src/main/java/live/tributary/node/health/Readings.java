// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import live.tributary.node.health.TileReading.Detail;
import live.tributary.transcoder.media.GroupsOfPictures;

/** From figures to tiles. */
final class Readings {

    private static final double MILLIS_PER_SECOND = 1_000;

    /** While no encoder is there. */
    static final List<TileReading> NONE =
            Arrays.stream(Tile.values()).map(Readings::notMeasured).toList();

    private Readings() {}

    static List<TileReading> of(Figures figures) {
        return List.of(
                bitrate(figures),
                frameRate(figures),
                keyFrames(figures),
                lost(figures),
                roundTrip(figures),
                sound(figures));
    }

    static Level bitrateLevel(Figures figures) {
        if (figures.low() && (figures.late() > 0 || figures.missed() > 0)) {
            return Level.FIX;
        }
        // An encoder with a variable rate sends little for a still picture: without a lost frame that is no fault.
        return figures.low() || figures.dipped() || Math.abs(figures.nearness() - 1) > Threshold.BITRATE_NEAR
                ? Level.LOOK
                : Level.GOOD;
    }

    static Level keyFrameLevel(KeyFrameSpan span) {
        int longest = Math.max(span.newest(), span.longest());
        var level = Threshold.KEY_FRAME_MILLIS.judge(longest);
        if (level != Level.GOOD && span.uneven()) {
            return Level.FIX;
        }
        return span.average() < Threshold.CLOSEST_KEY_FRAMES_MILLIS && level == Level.GOOD ? Level.LOOK : level;
    }

    private static TileReading bitrate(Figures figures) {
        var values = Map.of("megabits", figures.setMegabits());
        return reading(
                figures,
                Tile.BITRATE,
                bitrateLevel(figures),
                figures.megabits(),
                figures.announced() ? Detail.SET_TO : Detail.NOT_ANNOUNCED,
                values);
    }

    private static TileReading frameRate(Figures figures) {
        if (figures.framesPerSecond() == 0) {
            return notMeasured(Tile.FRAME_RATE);
        }
        return reading(
                figures,
                Tile.FRAME_RATE,
                Threshold.MISSED_PERCENT.judge(figures.missedPercent()),
                figures.framesPerSecond(),
                Detail.MISSED,
                Map.of("frames", (double) figures.missed()));
    }

    private static TileReading keyFrames(Figures figures) {
        var span = figures.keyFrames();
        if (span.newest() == 0) {
            return notMeasured(Tile.KEY_FRAMES);
        }
        var level = keyFrameLevel(span);
        boolean open = level == Level.GOOD && figures.groups() == GroupsOfPictures.OPEN;
        return TileReading.of(
                Tile.KEY_FRAMES,
                open ? Level.LOOK : level,
                span.newest() / MILLIS_PER_SECOND,
                open ? Detail.OPEN_GROUPS : span.uneven() ? Detail.UNEVEN : Detail.EVEN,
                Map.of(
                        "shortestSeconds", span.shortest() / MILLIS_PER_SECOND,
                        "averageSeconds", span.average() / MILLIS_PER_SECOND,
                        "longestSeconds", span.longest() / MILLIS_PER_SECOND));
    }

    private static TileReading lost(Figures figures) {
        return reading(
                figures,
                Tile.LOST,
                Threshold.LOST_PERCENT.judge(figures.lostPercent()),
                figures.lostPercent(),
                Detail.LOST,
                Map.of("lateFrames", (double) figures.late(), "leftOutFrames", (double) figures.leftOut()));
    }

    private static TileReading roundTrip(Figures figures) {
        if (figures.roundTripMillis() == 0) {
            return notMeasured(Tile.ROUND_TRIP);
        }
        var level = worse(
                Threshold.ROUND_TRIP_MILLIS.judge(figures.roundTripMillis()),
                Threshold.JITTER_MILLIS.judge(figures.jitterMillis()));
        return TileReading.of(
                Tile.ROUND_TRIP,
                level,
                figures.roundTripMillis(),
                Detail.JITTER,
                Map.of("milliseconds", figures.jitterMillis()));
    }

    private static TileReading sound(Figures figures) {
        var sound = SoundReading.of(figures);
        return reading(figures, Tile.SOUND, sound.level(), sound.lufs(), sound.detail(), sound.values());
    }

    private static TileReading reading(
            Figures figures, Tile tile, Level level, double value, Detail detail, Map<String, Double> values) {
        var judged = figures.age() < Threshold.YOUNG_SECONDS ? Level.UNKNOWN : level;
        return TileReading.of(tile, judged, value, detail, values);
    }

    private static TileReading notMeasured(Tile tile) {
        return TileReading.of(tile, Level.UNKNOWN, 0, Detail.NOT_MEASURED, Map.of());
    }

    private static Level worse(Level one, Level other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
