// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import org.jspecify.annotations.Nullable;

import live.tributary.transcoder.media.Ticks;
import live.tributary.transcoder.mp4.Sample;

/** Says how long each frame lasts and when a part has enough of them. */
final class PictureParts {

    private final Lane video;
    private final Targets targets;
    /** The newest frame, as long as only the next one tells how long it lasts. */
    private @Nullable Sample held;

    private long step = Ticks.VIDEO_RATE / 30;

    PictureParts(Lane video, Targets targets) {
        this.video = video;
        this.targets = targets;
    }

    void usualStep(long ticks) {
        step = ticks;
    }

    long usualStep() {
        return step;
    }

    /** Whether a frame waits for the next one to know how long it lasts. */
    boolean isHolding() {
        return held != null && held.duration() == 0;
    }

    /** The next frame; says whether its part is full with it, which only the grid can tell so early. */
    boolean take(Sample frame) {
        held = frame;
        boolean full = frame.duration() > 0 && isFull(partStart(frame), frame.end(), true);
        if (full) {
            settle(frame.end());
        }
        return full;
    }

    /** The frame after the held one is late; says whether the part is to go without it. */
    boolean isFullWithoutTheNext() {
        var waiting = held;
        if (waiting == null || !isFull(partStart(waiting), waiting.decodeTime() + step, false)) {
            return false;
        }
        settle(waiting.decodeTime() + step);
        return true;
    }

    /** Whether a part ends before this frame. */
    boolean isFullBefore(Sample next) {
        return !video.isEmpty() && isFull(video.start(), next.decodeTime(), next.duration() > 0);
    }

    /** The held frame lasts until then, but never longer than its part may be. */
    void settle(long end) {
        var frame = held;
        if (frame == null) {
            return;
        }
        held = null;
        long latest = Math.max(partStart(frame) + targets.partTicks(), frame.decodeTime() + 1);
        video.add(frame.withDuration((int) (Math.min(end, latest) - frame.decodeTime())));
    }

    /** No further frame will tell how long the held one lasts. */
    void settleLast() {
        var frame = held;
        if (frame != null) {
            settle(frame.decodeTime() + (frame.duration() > 0 ? frame.duration() : step));
        }
    }

    private long partStart(Sample next) {
        return video.isEmpty() ? next.decodeTime() : video.start();
    }

    /**
     * Whether a part with these ends takes no further frame. On the grid that is known exactly. Off it nobody knows how
     * long the next frame lasts, so a part ends as soon as it is long enough (RFC 8216bis, 4.4.4.9: 85 %).
     */
    private boolean isFull(long start, long end, boolean onGrid) {
        long length = end - start;
        return onGrid ? length + step > targets.partTicks() : length >= targets.shortestPartTicks();
    }
}
