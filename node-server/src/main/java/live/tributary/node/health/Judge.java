// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import live.tributary.node.health.Verdict.Kind;
import live.tributary.transcoder.media.StreamProblem;

/** From figures to the one sentence: pure, and its rows are tried in the order of {@link Verdict.Kind}. */
final class Judge {

    private static final double MILLIS_PER_SECOND = 1_000;

    private static final List<Function<Figures, Optional<Verdict>>> ROWS = List.of(
            Judge::nodeBehind,
            Judge::uploadSlow,
            Judge::encoderBehind,
            Judge::noSound,
            Judge::soundSilent,
            Judge::keyFramesFarApart,
            Judge::soundApart,
            Judge::soundClips,
            Judge::line,
            Judge::keyFramesLate,
            Judge::dipped);

    private Judge() {}

    static Verdict of(Figures figures, Set<StreamProblem.Kind> problems) {
        if (figures.silentSeconds() >= Threshold.SILENT_SECONDS) {
            return Verdict.of(Kind.SILENT, Level.FIX, Map.of("seconds", (double) figures.silentSeconds()));
        }
        if (problems.contains(StreamProblem.Kind.CODEC_NEEDS_ENCODER)) {
            return Verdict.of(Kind.CODEC, Level.FIX);
        }
        if (figures.age() < Threshold.YOUNG_SECONDS) {
            return Verdict.MEASURING;
        }
        return ROWS.stream()
                .flatMap(row -> row.apply(figures).stream())
                .findFirst()
                .orElseGet(() -> Verdict.of(Kind.GOOD, Level.GOOD));
    }

    private static Optional<Verdict> nodeBehind(Figures figures) {
        return when(
                figures.leftOut() > figures.late() && lost(figures) == Level.FIX,
                Kind.NODE_BEHIND,
                Map.of("frames", (double) figures.leftOut()));
    }

    private static Optional<Verdict> uploadSlow(Figures figures) {
        var missing = Threshold.MISSED_PERCENT.judge(figures.missedPercent()) == Level.FIX;
        return when(
                lost(figures) == Level.FIX
                        || Readings.bitrateLevel(figures) == Level.FIX
                        || (missing && (figures.late() > 0 || figures.dipped())),
                Kind.UPLOAD_SLOW,
                Map.of("megabits", figures.megabits(), "setMegabits", figures.setMegabits()));
    }

    private static Optional<Verdict> encoderBehind(Figures figures) {
        return when(
                Threshold.MISSED_PERCENT.judge(figures.missedPercent()) == Level.FIX,
                Kind.ENCODER_BEHIND,
                Map.of("percent", figures.missedPercent(), "frames", (double) figures.missed()));
    }

    private static Optional<Verdict> noSound(Figures figures) {
        return when(!figures.sound(), Kind.NO_SOUND, Map.of());
    }

    private static Optional<Verdict> soundSilent(Figures figures) {
        var hearing = figures.hearing();
        return when(hearing.silent(), Kind.SOUND_SILENT, Map.of("seconds", (double) hearing.silentSeconds()));
    }

    private static Optional<Verdict> soundClips(Figures figures) {
        var hearing = figures.hearing();
        return when(hearing.clips(), Kind.SOUND_CLIPS, Map.of("peakDecibels", hearing.peakDb()));
    }

    private static Optional<Verdict> keyFramesFarApart(Figures figures) {
        var span = figures.keyFrames();
        if (Readings.keyFrameLevel(span) != Level.FIX) {
            return Optional.empty();
        }
        var values = Map.of(
                "seconds", Math.max(span.newest(), span.longest()) / MILLIS_PER_SECOND,
                "shortestSeconds", span.shortest() / MILLIS_PER_SECOND);
        return when(true, span.uneven() ? Kind.KEY_FRAMES_UNEVEN : Kind.KEY_FRAMES_RARE, values);
    }

    private static Optional<Verdict> soundApart(Figures figures) {
        int apart = Math.abs(figures.soundAheadMillis());
        return when(
                Threshold.APART_MILLIS.judge(apart) == Level.FIX,
                Kind.SOUND_APART,
                Map.of("seconds", apart / MILLIS_PER_SECOND));
    }

    private static Optional<Verdict> line(Figures figures) {
        if (Threshold.ROUND_TRIP_MILLIS.judge(figures.roundTripMillis()) == Level.FIX) {
            return when(true, Kind.LINE_SLOW, Map.of("milliseconds", figures.roundTripMillis()));
        }
        return when(
                Threshold.JITTER_MILLIS.judge(figures.jitterMillis()) == Level.FIX,
                Kind.LINE_UNEVEN,
                Map.of("milliseconds", figures.jitterMillis()));
    }

    private static Optional<Verdict> keyFramesLate(Figures figures) {
        var span = figures.keyFrames();
        return Threshold.KEY_FRAME_MILLIS.judge(span.newest()) == Level.LOOK
                ? Optional.of(Verdict.of(
                        Kind.KEY_FRAMES_LATE, Level.LOOK, Map.of("seconds", span.newest() / MILLIS_PER_SECOND)))
                : Optional.empty();
    }

    private static Optional<Verdict> dipped(Figures figures) {
        var missed = Threshold.MISSED_PERCENT.judge(figures.missedPercent());
        return lost(figures) == Level.LOOK || missed == Level.LOOK
                ? Optional.of(Verdict.of(Kind.DIPPED, Level.LOOK))
                : Optional.empty();
    }

    private static Level lost(Figures figures) {
        return Threshold.LOST_PERCENT.judge(figures.lostPercent());
    }

    private static Optional<Verdict> when(boolean holds, Kind kind, Map<String, Double> values) {
        return holds ? Optional.of(Verdict.of(kind, Level.FIX, values)) : Optional.empty();
    }
}
