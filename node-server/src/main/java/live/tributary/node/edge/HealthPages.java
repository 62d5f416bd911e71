// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.edge;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import live.tributary.node.health.Entry;
import live.tributary.node.health.HealthRecord;
import live.tributary.node.health.HealthRecords;
import live.tributary.node.health.HealthReport;
import live.tributary.node.health.History;
import live.tributary.node.health.Playbacks;
import live.tributary.node.health.Stretch;
import live.tributary.node.health.TileReading;
import live.tributary.node.kernel.Actor;
import live.tributary.node.kernel.ChannelId;
import live.tributary.node.studio.LadderLine;
import live.tributary.node.studio.LiveStream;
import live.tributary.node.studio.LiveStreams;
import live.tributary.web.page.Health;
import live.tributary.web.page.LastShow;

/** How a stream arrives, and how the last one did, in the records of the pages. */
final class HealthPages {

    private final LiveStreams streams;
    private final HealthRecords records;

    HealthPages(LiveStreams streams, HealthRecords records) {
        this.streams = streams;
        this.records = records;
    }

    Health now(ChannelId channel) {
        return streams.find(channel)
                .<Health>map(stream -> measured(stream.health().report(), stream.ladder()))
                .orElseGet(Health.None::new);
    }

    /** Nothing while a broadcast is open. */
    LastShow last(Actor actor, ChannelId channel) {
        var open = streams.find(channel).filter(LiveStream::open);
        return open.isPresent() ? new LastShow.None() : kept(records.latest(actor, channel));
    }

    private static LastShow kept(Optional<HealthRecord> latest) {
        return latest.<LastShow>map(HealthPages::kept).orElseGet(LastShow.None::new);
    }

    private static LastShow.Kept kept(HealthRecord latest) {
        var figures = latest.figures();
        return new LastShow.Kept(
                latest.openedAt(),
                latest.endedAt(),
                latest.goodSeconds(),
                latest.troubles().stream()
                        .map(trouble -> new LastShow.Trouble(word(trouble.cause()), trouble.seconds()))
                        .toList(),
                figures.bitsPerSecond(),
                figures.frames(),
                figures.missedFrames() + figures.lateFrames() + figures.leftOutFrames(),
                figures.lufs(),
                latest.players(),
                latest.smoothPlayers());
    }

    private static Health.Measured measured(HealthReport report, List<LadderLine> ladder) {
        var verdict = report.verdict();
        return new Health.Measured(
                new Health.Verdict(word(verdict.kind()), word(verdict.level()), verdict.values()),
                report.tiles().stream().map(HealthPages::tile).toList(),
                history(report.history()),
                report.setKilobits(),
                report.stretches().stream().map(HealthPages::stretch).toList(),
                report.log().stream().map(HealthPages::entry).toList(),
                ladder.stream().map(HealthPages::rung).toList(),
                viewers(report.viewers()));
    }

    private static Health.Tile tile(TileReading reading) {
        return new Health.Tile(
                word(reading.tile()), word(reading.level()), reading.value(), word(reading.detail()), reading.values());
    }

    private static Health.History history(History history) {
        return new Health.History(
                history.until(),
                history.kilobitsPerSecond(),
                history.lostFrames(),
                Map.of(
                        "bitrate", history.kilobitsPerSecond(),
                        "frame-rate", history.framesPerSecond(),
                        "key-frames", history.keyFrameMillis(),
                        "lost", history.lostFrames(),
                        "round-trip", history.roundTripMillis(),
                        "sound", history.loudness()));
    }

    private static Health.Stretch stretch(Stretch stretch) {
        return new Health.Stretch(word(stretch.cause()), stretch.from(), stretch.to());
    }

    private static Health.Entry entry(Entry entry) {
        return switch (entry) {
            case Entry.Turned(var at, var turn, var encoder) -> new Health.Entry(at, word(turn), encoder, 0);
            case Entry.Troubled(var stretch) ->
                new Health.Entry(stretch.from(), word(stretch.cause()), "", stretch.seconds());
        };
    }

    private static Health.Rung rung(LadderLine rung) {
        return new Health.Rung(
                word(rung.kind()),
                rung.codec(),
                rung.width(),
                rung.height(),
                rung.framesPerSecond(),
                rung.bitsPerSecond(),
                rung.encoderSpeed(),
                rung.watching(),
                word(rung.keepsUp()));
    }

    private static Health.Viewers viewers(Playbacks.Counts counts) {
        return new Health.Viewers(
                counts.players(),
                counts.smooth(),
                counts.startUpHalfMillis(),
                counts.startUpMostMillis(),
                counts.delayHalfMillis(),
                counts.delayMostMillis());
    }

    /** As the API writes it. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
