// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.AudioConfig;
import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.hls.RenditionName;
import live.tributary.transcoder.hls.VideoFormat;
import live.tributary.transcoder.hls.VideoRange;
import live.tributary.transcoder.hls.WindowWriter;
import live.tributary.transcoder.media.StreamProblem.Kind;
import live.tributary.transcoder.media.VideoCodec;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.packager.Arrived.TrackPicture;

/**
 * Further video tracks of a publisher (Enhanced RTMP v2, "Multitrack"): those that fit are smaller pictures that nobody
 * has to encode; the others are counted and dropped. One thread at a time.
 */
final class ExtraTracks implements ExtraTrack.Owner {

    private final WindowWriter writer;
    private final Targets targets;
    private final Tally tally;
    private final Places places;
    private final LongSupplier nanos;
    private final SourceTimes times = new SourceTimes();
    private final Map<Integer, ExtraTrack> tracks = new LinkedHashMap<>();
    /** By the shorter side of their pictures. */
    private final Map<Integer, ExtraTrack> shown = new HashMap<>();

    private @Nullable VideoConfig source;
    private @Nullable AudioConfig sound;
    private double framesPerSecond;
    private long sourceNanos;
    private long arrivedNanos;
    private int segments;
    private long changes;

    /** Hears which rungs of the encoder they stand in for. */
    interface Places {

        /** No encoder need make that rung: a track of its size is about to be shown. */
        void taken(RenditionName rung);

        /** A track is not shown any more. */
        void free();
    }

    /** @param nanos the monotonic clock as the packager knows it */
    ExtraTracks(WindowWriter writer, Targets targets, Tally tally, Places places, LongSupplier nanos) {
        this.writer = writer;
        this.targets = targets;
        this.tally = tally;
        this.places = places;
        this.nanos = nanos;
    }

    /** What another session sends is looked at anew; players of the session before wait meanwhile. */
    void beginSession() {
        List.copyOf(shown.keySet()).forEach(this::withdraw);
        tracks.clear();
        times.clear();
    }

    /** From the next segment on the publisher's first track is this one, with that sound beside it. */
    void follow(VideoConfig config, VideoFormat format, @Nullable AudioConfig beside) {
        source = config;
        sound = beside;
        framesPerSecond = format.framesPerSecond();
        cutters().forEach(cutter -> cutter.soundBeside(beside));
    }

    /** The source's picture that comes next is decoded then, on the publisher's clock. */
    void sourceIs(long nanos) {
        sourceNanos = nanos;
    }

    /** That picture, with its place. */
    void sourcePicture(Sample sample, int segment, boolean beginsSegment) {
        segments = segment + 1;
        times.add(new SourceTimes.Known(sourceNanos, sample.decodeTime(), segment, beginsSegment));
        if (beginsSegment) {
            tracks.values().forEach(track -> track.sourceBegins(segment));
        }
        tracks.values().forEach(ExtraTrack::drain);
    }

    void add(TrackPicture picture) {
        arrivedNanos = nanos.getAsLong();
        var track = tracks.computeIfAbsent(
                picture.track(), number -> new ExtraTrack(number, picture.config(), times, this));
        track.add(picture);
        if (track.isRefused()) {
            tally.dropped++;
        }
    }

    /** How often something changed that is no part. */
    long changes() {
        return changes;
    }

    /** How many parts were written; asked at each frame. */
    long parts() {
        return shown.isEmpty()
                ? 0
                : cutters().stream().mapToLong(TrackCutter::parts).sum();
    }

    /** Whether a closed segment waits for the last that belongs to it; asked at each frame. */
    boolean isLastOneClosed() {
        return !shown.isEmpty() && cutters().stream().anyMatch(TrackCutter::isLastOneClosed);
    }

    /** Their last segment is as long as the publisher's own when nothing comes for so long. */
    void pauseWhatIsSilentFor(long nanosAtMost) {
        if (!shown.isEmpty() && nanos.getAsLong() - arrivedNanos > nanosAtMost) {
            cutters().stream().filter(TrackCutter::isLastOneClosed).forEach(TrackCutter::pause);
        }
    }

    Set<RenditionName> names() {
        return shown.keySet().stream().map(ExtraTracks::name).collect(Collectors.toSet());
    }

    /** The rungs whose place they take. */
    Set<RenditionName> inPlaceOf() {
        return shown.keySet().stream()
                .map(side -> new RenditionName("h" + side))
                .collect(Collectors.toSet());
    }

    List<TrackCutter> cutters() {
        return shown.values().stream().flatMap(track -> track.cutter().stream()).collect(Collectors.toList());
    }

    @Override
    public Optional<TrackCutter> fits(ExtraTrack track, VideoConfig config, long bitsPerSecond) {
        var first = source;
        int side = Math.min(config.picture().width(), config.picture().height());
        if (first == null || !isSmaller(config, first) || shown.containsKey(side)) {
            return Optional.empty();
        }
        places.taken(new RenditionName("h" + side));
        var name = name(side);
        var format = format(config, bitsPerSecond);
        writer.offer(name, format);
        var cutter = new TrackCutter(writer, name, config, format, targets, segments);
        cutter.soundBeside(sound);
        shown.put(side, track);
        changes++;
        return Optional.of(cutter);
    }

    /** Another name than the encoder's rung has, whose segments are still listed when this takes its place. */
    private static RenditionName name(int side) {
        return RenditionName.furtherPicture(side);
    }

    /** Everybody plays H.264; what else the source is coded in, its viewers play. */
    private static boolean isSmaller(VideoConfig config, VideoConfig source) {
        var picture = config.picture();
        var large = source.picture();
        return (config.codec() == VideoCodec.AVC || config.codec() == source.codec())
                && picture.width() < large.width()
                && picture.height() < large.height();
    }

    private VideoFormat format(VideoConfig config, long bitsPerSecond) {
        var picture = config.picture();
        return new VideoFormat(
                config.codecs(),
                picture.width(),
                picture.height(),
                picture.rate().known() ? picture.rate().perSecond() : framesPerSecond,
                VideoRange.SDR,
                false,
                (int) Math.min(Integer.MAX_VALUE, bitsPerSecond));
    }

    @Override
    public void doesNotFit(ExtraTrack track) {
        tally.problem(Kind.EXTRA_TRACK, "video track %d does not fit and is left out".formatted(track.number()));
        List.copyOf(shown.entrySet()).stream()
                .filter(entry -> entry.getValue().equals(track))
                .map(Map.Entry::getKey)
                .forEach(this::withdraw);
    }

    private void withdraw(int side) {
        var track = shown.remove(side);
        if (track != null) {
            track.cutter().ifPresent(TrackCutter::pause);
            writer.remove(name(side));
            changes++;
            places.free();
        }
    }
}
