// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder;

import live.tributary.transcoder.Order.Media;
import live.tributary.transcoder.media.AccessUnit;
import live.tributary.transcoder.media.AudioCodec;
import live.tributary.transcoder.media.ColorDescription;
import live.tributary.transcoder.media.MediaInput;
import live.tributary.transcoder.media.StreamHints;
import live.tributary.transcoder.media.TrackConfiguration;
import live.tributary.transcoder.media.VideoCodec;

/** The way from one publisher connection into its broadcast. Used by one thread at a time; nothing blocks. */
public final class PipelineSession {

    /** A step below counts as this much and a longer one as no more, so that jumps neither fill nor empty the queue. */
    private static final int SHORTEST_STEP_MILLIS = 1;

    private static final int LONGEST_STEP_MILLIS = 1000;

    private final BroadcastPipeline pipeline;
    private final QueueBudget budget;
    private long lastVideoMillis;
    private long lastAudioMillis;
    private boolean waitingForKeyFrame;

    PipelineSession(BroadcastPipeline pipeline, QueueBudget budget) {
        this.pipeline = pipeline;
        this.budget = budget;
    }

    /**
     * Hands one thing over to the pipeline.
     *
     * @return false when it was dropped: the session is over, or the queue is full
     */
    public boolean offer(MediaInput input) {
        if (!pipeline.isCurrent(this)) {
            return false;
        }
        var share = shareOf(input);
        if (mustDrop(input, share)) {
            pipeline.countDropped();
            return false;
        }
        budget.take(share);
        pipeline.give(new Media(this, input, System.nanoTime(), share));
        return true;
    }

    /** The connection ended: what came is shown. The broadcast stays open for the next session. */
    public void end() {
        pipeline.endSession(this);
    }

    private QueueShare shareOf(MediaInput input) {
        return switch (input) {
            case AccessUnit unit -> shareOf(unit);
            case TrackConfiguration configuration -> new QueueShare(0, 0, configuration.record().length);
            case StreamHints _, ColorDescription _ -> QueueShare.NONE;
        };
    }

    private QueueShare shareOf(AccessUnit unit) {
        long now = unit.decodeTime().milliseconds();
        return switch (unit.codec()) {
            case VideoCodec _ -> {
                int step = step(now - lastVideoMillis);
                lastVideoMillis = now;
                yield new QueueShare(step, 0, unit.data().length);
            }
            case AudioCodec _ -> {
                int step = step(now - lastAudioMillis);
                lastAudioMillis = now;
                yield new QueueShare(0, step, unit.data().length);
            }
        };
    }

    private static int step(long millis) {
        return Math.clamp(millis, SHORTEST_STEP_MILLIS, LONGEST_STEP_MILLIS);
    }

    /** After a frame was dropped, those that need it are of no use: all go up to the next key frame. */
    private boolean mustDrop(MediaInput input, QueueShare share) {
        boolean fits = budget.fits(share);
        if (!(input instanceof AccessUnit unit) || !(unit.codec() instanceof VideoCodec)) {
            return !fits;
        }
        if (unit.track() != 0) {
            // A key frame of a further track is no place to begin for the source.
            return !fits || waitingForKeyFrame;
        }
        waitingForKeyFrame = !fits || (waitingForKeyFrame && !unit.keyFrame());
        return waitingForKeyFrame;
    }
}
