// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.health;

import live.tributary.ingest.rtmp.AudioChannels;
import live.tributary.ingest.rtmp.AudioConfiguration;
import live.tributary.ingest.rtmp.AudioEnd;
import live.tributary.ingest.rtmp.AudioFrame;
import live.tributary.ingest.rtmp.MediaTag;
import live.tributary.ingest.rtmp.StreamMetadata;
import live.tributary.ingest.rtmp.VideoColorInfo;
import live.tributary.ingest.rtmp.VideoConfiguration;
import live.tributary.ingest.rtmp.VideoEnd;
import live.tributary.ingest.rtmp.VideoFrame;

/**
 * Measures what one publisher sends, tag by tag. Tracks but the first are counted in bytes only.
 *
 * <p>{@link #arrived} is called by one thread at a time, the connection's event loop, and neither locks nor blocks. What
 * was measured is read by any thread.
 */
public final class ArrivalMeter {

    /** A step further back or ahead is a jump or a pause: nothing is measured across it. The packager does likewise. */
    private static final int FURTHEST_BACK_MILLIS = -1_000;

    private static final int FURTHEST_AHEAD_MILLIS = 2_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final TrackClock pictureClock = new TrackClock();
    private final TrackClock soundClock = new TrackClock();
    private final Jitter jitter = new Jitter();
    private final Lateness lateness = new Lateness();
    private final FrameSteps frameSteps = new FrameSteps();
    private final KeyFrameSteps keyFrameSteps = new KeyFrameSteps();
    private final Interleave interleave = new Interleave();
    private long videoBytes;
    private long audioBytes;
    private long frames;
    private long audioUnits;
    private long missedFrames;
    private long lateFrames;
    private Announced announced = Announced.NOTHING;
    private volatile Arrivals arrivals = Arrivals.NONE;

    /** Measures one tag.
     *  @param nanos of a clock that never jumps, as {@link System#nanoTime} */
    public void arrived(MediaTag tag, long nanos) {
        switch (tag) {
            case VideoFrame frame -> picture(frame, nanos / NANOS_PER_MILLI);
            case AudioFrame frame -> sound(frame);
            case StreamMetadata metadata -> announced = Announced.of(metadata);
            case VideoConfiguration _,
                    VideoColorInfo _,
                    VideoEnd _,
                    AudioConfiguration _,
                    AudioChannels _,
                    AudioEnd _ -> {
                return;
            }
        }
        arrivals = measured();
    }

    Arrivals arrivals() {
        return arrivals;
    }

    private void picture(VideoFrame frame, double arrivalMillis) {
        videoBytes += frame.data().length;
        if (frame.track() != 0) {
            return;
        }
        frames++;
        step(frame, arrivalMillis);
        if (frame.keyFrame()) {
            keyFrameSteps.keyFrame(pictureClock.millis());
        }
        if (soundClock.started()) {
            // The low 32 bits, taken as signed: the two clocks may have been unwrapped on two sides of a wrap.
            interleave.arrived((long) arrivalMillis, (int) (soundClock.millis() - pictureClock.millis()));
        }
    }

    private void step(VideoFrame frame, double arrivalMillis) {
        boolean first = !pictureClock.started();
        long before = pictureClock.millis();
        long now = pictureClock.advance(frame.timestamp());
        long step = first ? 0 : now - before;
        if (step < FURTHEST_BACK_MILLIS) {
            lateness.restart();
        }
        if (step < FURTHEST_BACK_MILLIS || step > FURTHEST_AHEAD_MILLIS) {
            jitter.restart();
            keyFrameSteps.restart();
        } else if (step > 0) {
            missedFrames += frameSteps.missing((int) step);
        }
        jitter.arrived(arrivalMillis, now);
        lateFrames += lateness.isLate(arrivalMillis, now) ? 1 : 0;
    }

    private void sound(AudioFrame frame) {
        audioBytes += frame.data().length;
        if (frame.track() == 0) {
            audioUnits++;
            soundClock.advance(frame.timestamp());
        }
    }

    private Arrivals measured() {
        return new Arrivals(
                videoBytes,
                audioBytes,
                frames,
                audioUnits,
                missedFrames,
                lateFrames,
                keyFrameSteps.span(pictureClock.millis()),
                jitter.millis(),
                interleave.medianMillis(),
                announced);
    }
}
