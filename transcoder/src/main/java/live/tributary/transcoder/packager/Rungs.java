// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.ffmpeg.EncoderPicture;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.ladder.SourcePicture;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.packager.SourcePictures.Known;

/**
 * The smaller pictures of one broadcast: offered to viewers, encoded while somebody watches, cut where the publisher's
 * picture is cut. Pipeline thread only; the encoder works beside it and is never waited for.
 */
final class Rungs {

    private static final long TICKS_PER_MILLI = Ticks.VIDEO_RATE / 1000;

    /** A rung that nobody asked for so long is no longer made. */
    private static final long WATCHED_FOR = Duration.ofSeconds(60).toNanos();

    /** A run shows its first picture until then, or its segments are gaps. */
    private static final long LONGEST_START = Duration.ofSeconds(5).toNanos();

    /** No encoder that keeps up is so far behind: what came of a closed segment is all of it. */
    private static final long LONGEST_LAG = Duration.ofSeconds(1).toNanos();

    private final WindowWriter writer;
    private final Ladders ladders;
    private final Targets targets;
    private final Executor pipeline;
    private final LongSupplier nanos;
    private final SourcePictures pictures = new SourcePictures();
    private final Map<RenditionName, RungCutter> cutters = new LinkedHashMap<>();
    private Set<RenditionName> wanted = Set.of();
    private @Nullable Ladder ladder;
    private @Nullable LadderEars ears;
    private @Nullable VideoConfig source;
    private @Nullable VideoFormat offered;
    private @Nullable AudioConfig sound;
    private List<RungFigures> figures = List.of();
    private int segments;
    private long askedNanos;
    private long encodedNanos;
    private long changes;

    /**
     * Begins with none.
     *
     * @param nanos the monotonic clock as the packager knows it
     */
    Rungs(WindowWriter writer, Ladders ladders, Targets targets, Executor pipeline, LongSupplier nanos) {
        this.nanos = nanos;
        this.writer = writer;
        this.ladders = ladders;
        this.targets = targets;
        this.pipeline = pipeline;
    }

    boolean listensTo(LadderEars asking) {
        return asking.equals(ears);
    }

    /** As of the last segment, largest first. */
    List<RungFigures> figures() {
        return figures;
    }

    /** How often something was written. */
    long changes() {
        long parts = 0;
        for (var cutter : cutters.values()) {
            parts += cutter.parts();
        }
        return changes + parts;
    }

    /** From the next segment on the publisher's picture is this one, with that sound beside it. */
    void follow(VideoConfig config, VideoFormat format, @Nullable AudioConfig beside) {
        if (source == null || !sameSize(source, config)) {
            leave();
            open(config, format);
        }
        source = config;
        sound = beside;
        cutters.values().forEach(cutter -> cutter.soundBeside(beside));
        if (ladder != null) {
            ladder.encoder().configure(new TrackConfiguration(0, config.codec(), config.record()));
        }
    }

    /** There is no picture any more. */
    void leave() {
        withdraw(List.copyOf(cutters.keySet()));
        closeLadder();
        source = null;
    }

    void segmentOpened() {
        segments++;
    }

    void segmentClosed(Duration length) {
        cutters.values().forEach(cutter -> cutter.sourceClosed(segments - 1, length));
        if (ladder != null) {
            ladder.measure();
        }
        figures = figuresNow();
        changes++;
    }

    /** The publisher's next picture, in decoding order. */
    void picture(Sample sample, boolean beginsSegment) {
        var open = ladder;
        if (open == null) {
            return;
        }
        long shown = sample.decodeTime() + sample.compositionOffset();
        long shownMillis = millis(shown);
        long decodeMillis = millis(sample.decodeTime());
        pictures.add(
                shownMillis,
                new Known(shown, sample.compositionOffset(), sample.duration(), segments - 1, beginsSegment));
        open.encoder()
                .offer(new EncoderPicture(
                        decodeMillis, (int) (shownMillis - decodeMillis), sample.sync(), sample.data()));
    }

    private static long millis(long ticks) {
        return Math.floorDiv(ticks + TICKS_PER_MILLI / 2, TICKS_PER_MILLI);
    }

    /** Whether a closed segment waits for the last pictures of it. */
    boolean isWaiting() {
        return !cutters.isEmpty() && cutters.values().stream().anyMatch(RungCutter::isLastOneClosed);
    }

    /** Looks what is watched, and what comes no more. */
    void timePassed() {
        if (ladder == null) {
            return;
        }
        long now = nanos.getAsLong();
        wantWhatIsWatched();
        if (now - askedNanos > LONGEST_START) {
            cutters.values().forEach(RungCutter::waitNoLonger);
        }
        if (now - encodedNanos > LONGEST_LAG) {
            cutters.values().stream().filter(RungCutter::isLastOneClosed).forEach(RungCutter::pause);
        }
    }

    void configured(RenditionName rung, TrackConfiguration configuration) {
        cutter(rung).filter(_ -> wanted.contains(rung)).ifPresent(cutter -> cutter.configured(configuration));
    }

    void encoded(RenditionName rung, EncodedPicture picture) {
        encodedNanos = nanos.getAsLong();
        cutter(rung)
                .ifPresent(cutter ->
                        pictures.find(picture.presentationMillis()).ifPresent(known -> cutter.add(known, picture)));
    }

    /** A run ended. Until another begins there are gaps. */
    void paused(Set<RenditionName> rungs) {
        for (var rung : rungs) {
            cutter(rung).ifPresent(RungCutter::runEnded);
        }
        changes++;
    }

    /** The machine has room for these, and no more for what is not among them. */
    void grant(List<Rung> granted) {
        var format = offered;
        if (format == null) {
            return;
        }
        var names = granted.stream().map(Rung::name).toList();
        withdraw(cutters.keySet().stream().filter(rung -> !names.contains(rung)).toList());
        for (var rung : granted) {
            if (!cutters.containsKey(rung.name())) {
                var its = RungFormat.of(rung, format);
                writer.offer(rung.name(), its);
                var cutter = new RungCutter(writer, rung, its, targets, segments);
                cutter.soundBeside(sound);
                cutters.put(rung.name(), cutter);
            }
        }
        changes++;
    }

    void giveUp(Set<RenditionName> rungs) {
        withdraw(rungs);
        if (ladder != null) {
            ladder.giveUp(rungs);
        }
    }

    void giveUpAll() {
        giveUp(Set.copyOf(cutters.keySet()));
    }

    private void withdraw(Collection<RenditionName> rungs) {
        for (var rung : rungs) {
            // The node may take a rung away at the moment when its encoder gives it up.
            cutter(rung).ifPresent(cutter -> {
                cutter.pause();
                cutters.remove(rung);
                writer.remove(rung);
            });
        }
        changes++;
    }

    /** Nothing is encoded any more; what was stays to be seen. */
    void end() {
        try {
            cutters.values().forEach(RungCutter::end);
        } finally {
            closeLadder();
        }
    }

    private void closeLadder() {
        if (ladder != null) {
            ladder.close();
        }
        ladder = null;
        ears = null;
        wanted = Set.of();
    }

    private void open(VideoConfig config, VideoFormat format) {
        var listener = new LadderEars(this, pipeline);
        var picture = new SourcePicture(
                config.codec(),
                format.width(),
                format.height(),
                format.framesPerSecond(),
                format.announcedBitsPerSecond());
        ladders.open(picture, listener).ifPresent(opened -> {
            ladder = opened;
            ears = listener;
            offered = format;
            grant(opened.granted());
        });
    }

    private void wantWhatIsWatched() {
        var open = ladder;
        if (open != null) {
            var watched =
                    open.always() ? cutters.keySet() : writer.window().demandedSince(nanos.getAsLong() - WATCHED_FOR);
            want(open, cutters.keySet().stream().filter(watched::contains).collect(Collectors.toUnmodifiableSet()));
        }
    }

    private void want(Ladder open, Set<RenditionName> now) {
        if (now.equals(wanted)) {
            return;
        }
        cutters.forEach((rung, cutter) -> {
            if (now.contains(rung) && !wanted.contains(rung)) {
                cutter.expect();
            } else if (!now.contains(rung) && wanted.contains(rung)) {
                cutter.rest();
            }
        });
        wanted = now;
        askedNanos = nanos.getAsLong();
        changes++;
        open.encoder().want(now);
    }

    private List<RungFigures> figuresNow() {
        var encoder = ladder == null ? EncoderFigures.NONE : ladder.encoder().figures();
        return cutters.values().stream().map(cutter -> cutter.figures(encoder)).toList();
    }

    private Optional<RungCutter> cutter(RenditionName rung) {
        return Optional.ofNullable(cutters.get(rung));
    }

    private static boolean sameSize(VideoConfig one, VideoConfig other) {
        return one.codec() == other.codec()
                && one.picture().width() == other.picture().width()
                && one.picture().height() == other.picture().height();
    }
}
