// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import live.tributary.node.health.Entry;
import live.tributary.node.health.HealthReport;
import live.tributary.node.health.History;
import live.tributary.node.health.Playbacks;
import live.tributary.node.health.Stretch;
import live.tributary.node.health.TileReading;
import live.tributary.node.health.Verdict;

/** {@code Health} of the contract. */
record HealthAnswer(
        VerdictAnswer verdict,
        List<TileAnswer> tiles,
        HistoryAnswer history,
        int setKilobits,
        HealthReport.Line line,
        HealthReport.Sound sound,
        String groupsOfPictures,
        List<StretchAnswer> stretches,
        List<EntryAnswer> log,
        Playbacks.Counts viewers) {

    /** {@code Verdict} of the contract. */
    record VerdictAnswer(String kind, String level, Map<String, Double> values) {
        static VerdictAnswer of(Verdict verdict) {
            return new VerdictAnswer(Words.of(verdict.kind()), Words.of(verdict.level()), verdict.values());
        }
    }

    /** {@code Tile} of the contract. */
    record TileAnswer(String tile, String level, double value, String detail, Map<String, Double> values) {
        static TileAnswer of(TileReading reading) {
            return new TileAnswer(
                    Words.of(reading.tile()),
                    Words.of(reading.level()),
                    reading.value(),
                    Words.of(reading.detail()),
                    reading.values());
        }
    }

    /** {@code History} of the contract. */
    record HistoryAnswer(
            Instant until,
            int stepSeconds,
            List<Integer> kilobitsPerSecond,
            List<Integer> lostFrames,
            List<Integer> framesPerSecond,
            List<Integer> keyFrameMillis,
            List<Integer> roundTripMillis,
            List<Integer> soundApartMillis,
            List<Integer> loudness) {
        static HistoryAnswer of(History history) {
            return new HistoryAnswer(
                    history.until(),
                    History.STEP_SECONDS,
                    history.kilobitsPerSecond(),
                    history.lostFrames(),
                    history.framesPerSecond(),
                    history.keyFrameMillis(),
                    history.roundTripMillis(),
                    history.soundApartMillis(),
                    history.loudness());
        }
    }

    /** {@code Stretch} of the contract. */
    record StretchAnswer(String cause, Instant from, Instant to) {
        static StretchAnswer of(Stretch stretch) {
            return new StretchAnswer(Words.of(stretch.cause()), stretch.from(), stretch.to());
        }
    }

    /** {@code LogEntry} of the contract. */
    record EntryAnswer(Instant at, String event, String encoder, int seconds) {
        static EntryAnswer of(Entry entry) {
            return switch (entry) {
                case Entry.Turned(var at, var turn, var encoder) -> new EntryAnswer(at, Words.of(turn), encoder, 0);
                case Entry.Troubled(var stretch) ->
                    new EntryAnswer(stretch.from(), Words.of(stretch.cause()), "", stretch.seconds());
            };
        }
    }

    static HealthAnswer of(HealthReport report) {
        return new HealthAnswer(
                VerdictAnswer.of(report.verdict()),
                report.tiles().stream().map(TileAnswer::of).toList(),
                HistoryAnswer.of(report.history()),
                report.setKilobits(),
                report.line(),
                report.sound(),
                Words.of(report.groups()),
                report.stretches().stream().map(StretchAnswer::of).toList(),
                report.log().stream().map(EntryAnswer::of).toList(),
                report.viewers());
    }
}
