// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.codec.VideoConfig;
import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;
import live.tributary.transcoder.packager.Arrived.TrackPicture;
import live.tributary.transcoder.timeline.VideoTimeline;

/**
 * A further video track of one session. It is looked at for one group of pictures, shown when its key frames lie where
 * the source's segments begin, and given up when they do not any more. One thread at a time.
 */
final class ExtraTrack {

    /** Tracks of one message come one after the other, so hardly any frame waits for the source's. */
    private static final int MOST_WAITING = 256;

    private static final int MOST_WAITING_BYTES = 8 << 20;

    /** Segments without a key frame at their beginning: one after the other, of a track that is shown. */
    private static final int MISSES_ALLOWED = 2;

    private static final long NANOS = 1_000_000_000L;

    /** What becomes of it. */
    interface Owner {

        /** Its key frames fit; empty where there is no place for it. */
        Optional<TrackCutter> fits(ExtraTrack track, VideoConfig config, long bitsPerSecond);

        /** They do not, or do no longer. */
        void doesNotFit(ExtraTrack track);
    }

    private final int number;
    private final SourceTimes source;
    private final Owner owner;
    private final Deque<TrackPicture> waiting = new ArrayDeque<>();
    private final VideoTimeline timeline;
    private VideoConfig config;
    private @Nullable TrackCutter cutter;
    private long bytes;
    private long measuredFrom = Long.MIN_VALUE;
    private int newestSegment = -1;
    private int misses;
    private int waitingBytes;
    private boolean refused;

    ExtraTrack(int number, VideoConfig config, SourceTimes source, Owner owner) {
        this.number = number;
        this.config = config;
        this.source = source;
        this.owner = owner;
        this.timeline = new VideoTimeline(config.picture().rate());
    }

    int number() {
        return number;
    }

    boolean isRefused() {
        return refused;
    }

    Optional<TrackCutter> cutter() {
        return Optional.ofNullable(cutter);
    }

    void add(TrackPicture picture) {
        if (refused) {
            return;
        }
        waiting.addLast(picture);
        waitingBytes += picture.data().length;
        if (waiting.size() > MOST_WAITING
                || waitingBytes > MOST_WAITING_BYTES
                || !picture.config().equals(config)) {
            refuse();
        }
        drain();
    }

    /** The source goes on: places what waited for it. */
    void drain() {
        while (!waiting.isEmpty() && source.reach(waiting.getFirst().nanos())) {
            var next = waiting.removeFirst();
            waitingBytes -= next.data().length;
            place(next);
        }
    }

    private void place(TrackPicture picture) {
        var beginning =
                picture.sync() ? source.beginning(picture.nanos(), oneFrame()) : Optional.<SourceTimes.Known>empty();
        var near = beginning.or(() -> source.upTo(picture.nanos()));
        if (near.isEmpty()) {
            return;
        }
        long nanos = SourceTimes.placed(near.get(), picture.nanos());
        var place = timeline.place(nanos, picture.compositionMillis(), 0);
        beginning.ifPresent(known -> begin(known, picture, place.decodeTime()));
        if (beginning.isEmpty()) {
            inSegment(near.get(), picture);
        }
        bytes += picture.data().length;
        var sample = new Sample(
                picture.data(), place.decodeTime(), place.duration(), place.compositionOffset(), picture.sync());
        cutter().ifPresent(shown -> shown.add(sample, timeline.step()));
    }

    private void begin(SourceTimes.Known known, TrackPicture picture, long ticks) {
        // A track that is looked at keeps what it missed: key frames that meet now and then do not fit.
        misses = cutter == null ? misses : 0;
        newestSegment = known.segment();
        if (cutter == null && measuredFrom != Long.MIN_VALUE) {
            long bits = bytes * 8 * NANOS / Math.max(1, picture.nanos() - measuredFrom);
            cutter = owner.fits(this, config, bits).orElse(null);
            if (cutter == null) {
                refuse();
            }
        }
        if (measuredFrom == Long.MIN_VALUE) {
            measuredFrom = picture.nanos();
            bytes = 0;
        }
        cutter().filter(shown -> shown.canEnter(known.segment()))
                .ifPresent(shown -> shown.enter(known.segment(), ticks));
    }

    /** A frame in the middle of a segment; one that lies behind a missing key frame counts against the track. */
    private void inSegment(SourceTimes.Known known, TrackPicture picture) {
        boolean late = known.segment() > newestSegment
                && source.upTo(picture.nanos() - oneFrame())
                        .filter(before -> before.segment() == known.segment())
                        .isPresent();
        if (!late) {
            return;
        }
        missed(known.segment());
    }

    /** The source begins a segment: the one before had its time. */
    void sourceBegins(int segment) {
        if (newestSegment >= 0 && newestSegment < segment - 1) {
            missed(segment - 1);
        }
    }

    private void missed(int segment) {
        newestSegment = segment;
        measuredFrom = Long.MIN_VALUE;
        cutter().ifPresent(shown -> shown.missed(segment));
        if (++misses > MISSES_ALLOWED) {
            refuse();
        }
    }

    private long oneFrame() {
        return new Ticks(timeline.step(), Ticks.VIDEO_RATE).toNanos();
    }

    private void refuse() {
        refused = true;
        waiting.clear();
        owner.doesNotFit(this);
        cutter = null;
    }
}
