// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AacConfig;
import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.ffmpeg.EncodedPicture;
import live.tributary.transcoder.ffmpeg.EncodedSound;
import live.tributary.transcoder.ffmpeg.EncoderFigures;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.ladder.Grant;
import live.tributary.transcoder.ladder.Rung;
import live.tributary.transcoder.ladder.SourcePicture;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.mp4.Sample;

/**
 * The smaller pictures of one broadcast, and its sound in AAC where it is sent in another codec: offered to viewers,
 * encoded while somebody watches, cut where the publisher's picture is cut. One thread at a time; the encoder works beside it
 * and is never waited for.
 */
final class Rungs {

    /** A rung that nobody asked for so long is no longer made. */
    private static final long WATCHED_FOR = Duration.ofSeconds(60).toNanos();

    /** How often is looked at what is watched, which costs more than a frame does. */
    private static final long LOOK_INTERVAL = Duration.ofMillis(50).toNanos();

    private final WindowWriter writer;
    private final Ladders ladders;
    private final Executor pipeline;
    private final LongSupplier nanos;
    private final ExtraTracks tracks;
    private final EncoderFeed feed = new EncoderFeed();
    private final EncoderPatience patience = new EncoderPatience();
    private final EncodedRenditions encoded;
    private @Nullable Ladder ladder;
    private @Nullable LadderEars ears;
    private @Nullable VideoConfig source;
    private @Nullable VideoFormat offered;
    /** The publisher's sound, unless it is in AAC. */
    private @Nullable AudioConfig foreignSound;

    private boolean askedForAac;
    private boolean soundGranted;
    private List<RungFigures> figures = List.of();
    private int segments;
    private long lookedNanos;
    private long changes;

    /**
     * Begins with none.
     *
     * @param nanos the monotonic clock as the packager knows it
     */
    Rungs(WindowWriter writer, Ladders ladders, Targets targets, Tally tally, Executor pipeline, LongSupplier nanos) {
        this.tracks = new ExtraTracks(writer, targets, tally, new Places(), nanos);
        this.encoded = new EncodedRenditions(writer, targets);
        this.nanos = nanos;
        this.writer = writer;
        this.ladders = ladders;
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
        return changes + encoded.parts() + tracks.changes() + tracks.parts();
    }

    /** Those that the publisher sends itself. */
    ExtraTracks tracks() {
        return tracks;
    }

    /** From the next segment on the publisher's picture is this one, with that sound beside it. */
    void follow(VideoConfig config, VideoFormat format, @Nullable AudioConfig beside) {
        var foreign = beside instanceof AacConfig ? null : beside;
        encoded.soundBeside(beside);
        foreignSound = foreign;
        if (source == null || !sameSize(source, config) || (foreign != null && !askedForAac)) {
            leave();
            open(config, format, foreign != null);
        }
        source = config;
        followSound();
        tracks.follow(config, format, beside);
        if (ladder != null) {
            ladder.encoder().configure(new TrackConfiguration(0, config.codec(), config.record()));
            if (foreign != null) {
                ladder.encoder().configure(foreign.announcement());
            }
        }
    }

    /** Sound in AAC is offered while it may be made and the publisher sends other sound. */
    private void followSound() {
        if (soundGranted && foreignSound != null) {
            encoded.offerSound(segments);
        } else {
            encoded.withdraw(Set.of(RenditionName.AAC));
        }
    }

    /** The publisher is gone, and its further tracks with it. */
    void endSession() {
        tracks.cutters().forEach(TrackCutter::pause);
    }

    /** There is no picture any more. */
    void leave() {
        withdraw(encoded.names());
        closeLadder();
        tracks.beginSession();
        source = null;
    }

    void segmentOpened(Ticks at) {
        segments++;
        encoded.sound().ifPresent(aac -> aac.sourceOpened(segments - 1, at));
    }

    void segmentClosed(Duration length) {
        followers().forEach(follower -> follower.sourceClosed(segments - 1, length));
        if (ladder != null) {
            ladder.measure(watching());
        }
        figures = figuresNow();
        changes++;
    }

    private int watching() {
        var smaller = Stream.concat(encoded.rungs().stream(), tracks.names().stream());
        return Stream.concat(Stream.of(RenditionName.SOURCE), smaller)
                .mapToInt(writer.window()::followers)
                .sum();
    }

    /** The publisher's next picture, in decoding order. */
    void picture(Sample sample, boolean beginsSegment) {
        tracks.sourcePicture(sample, segments - 1, beginsSegment);
        if (ladder != null) {
            feed.picture(ladder.encoder(), sample, segments - 1, beginsSegment);
        }
    }

    /** The publisher's next access unit of sound, on a clock of that rate. */
    void sound(Sample sample, int rate) {
        if (ladder != null && encoded.sound().isPresent()) {
            feed.sound(ladder.encoder(), sample, rate);
        }
    }

    /** Whether a closed segment waits for the last pictures of it. */
    boolean isWaiting() {
        return encoded.isLastOneClosed() || tracks.isLastOneClosed();
    }

    /** Looks what is watched, and what comes no more. */
    void timePassed() {
        tracks.pauseWhatIsSilentFor(EncoderPatience.LONGEST_LAG.toNanos());
        if (ladder == null) {
            return;
        }
        long now = nanos.getAsLong();
        if (now - lookedNanos >= LOOK_INTERVAL) {
            lookedNanos = now;
            wantWhatIsWatched();
        }
        patience.look(encoded, now);
    }

    void configured(RenditionName rung, TrackConfiguration configuration) {
        encoded.find(rung)
                .filter(_ -> encoded.isWanted(rung))
                .ifPresent(follower -> follower.configured(configuration));
    }

    void heard(EncodedSound unit) {
        patience.heard(nanos.getAsLong());
        encoded.sound().ifPresent(aac -> aac.add(unit));
    }

    void encoded(RenditionName rung, EncodedPicture picture) {
        patience.pictured(nanos.getAsLong());
        encoded.picture(rung)
                .ifPresent(cutter -> feed.sourceOf(picture).ifPresent(source -> cutter.add(source, picture)));
    }

    /** A run ended. Until another begins there are gaps. */
    void paused(Set<RenditionName> rungs) {
        for (var rung : rungs) {
            encoded.find(rung).ifPresent(EncodedFollower::runEnded);
        }
        changes++;
    }

    /** The machine has room for these, and no more for what is not among them. */
    void grant(Grant granted) {
        var format = offered;
        if (format == null) {
            return;
        }
        var names = granted.rungs().stream().map(Rung::name).toList();
        withdraw(encoded.rungs().stream().filter(rung -> !names.contains(rung)).toList());
        for (var rung : granted.rungs()) {
            if (!tracks.inPlaceOf().contains(rung.name())) {
                encoded.offer(rung, format, segments);
            }
        }
        soundGranted = granted.sound();
        followSound();
        changes++;
    }

    void giveUp(Set<RenditionName> rungs) {
        withdraw(rungs);
        if (ladder != null) {
            ladder.giveUp(rungs);
        }
    }

    void giveUpAll() {
        giveUp(encoded.names());
    }

    private void withdraw(Collection<RenditionName> rungs) {
        // The node may take a rung away at the moment when its encoder gives it up: what is gone stays gone.
        encoded.withdraw(rungs);
        changes++;
    }

    /** Nothing is encoded any more; what was stays to be seen. */
    void end() {
        try {
            followers().forEach(Follower::end);
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
        encoded.forgetWish();
        soundGranted = false;
    }

    private void open(VideoConfig config, VideoFormat format, boolean soundInAac) {
        var listener = new LadderEars(this, pipeline);
        var picture = new SourcePicture(
                config.codec(),
                format.width(),
                format.height(),
                format.framesPerSecond(),
                format.announcedBitsPerSecond());
        askedForAac = soundInAac;
        ladders.open(picture, soundInAac, listener).ifPresent(opened -> {
            ladder = opened;
            ears = listener;
            offered = format;
            grant(opened.granted());
        });
    }

    private void wantWhatIsWatched() {
        var open = ladder;
        if (open != null) {
            var names = encoded.names();
            var watched = open.always() ? names : writer.window().demandedSince(nanos.getAsLong() - WATCHED_FOR);
            var now = names.stream().filter(watched::contains).collect(Collectors.toUnmodifiableSet());
            if (encoded.want(now)) {
                patience.asked(nanos.getAsLong());
                changes++;
                open.encoder().want(now);
            }
        }
    }

    private List<RungFigures> figuresNow() {
        var encoder = ladder == null ? EncoderFigures.NONE : ladder.encoder().figures();
        return Stream.concat(tracks.cutters().stream().map(TrackCutter::figures), encoded.figures(encoder).stream())
                .sorted(Comparator.comparingInt(RungFigures::height).reversed())
                .toList();
    }

    private List<Follower> followers() {
        return Stream.<Follower>concat(encoded.all().stream(), tracks.cutters().stream())
                .toList();
    }

    /** Where a track of the publisher's is shown, an encoder's rung of that size is not; its room stays kept. */
    private final class Places implements ExtraTracks.Places {

        @Override
        public void taken(RenditionName rung) {
            withdraw(Set.of(rung));
        }

        @Override
        public void free() {
            if (ladder != null) {
                grant(ladder.granted());
            }
        }
    }

    private static boolean sameSize(VideoConfig one, VideoConfig other) {
        return one.codec() == other.codec()
                && one.picture().width() == other.picture().width()
                && one.picture().height() == other.picture().height();
    }
}
