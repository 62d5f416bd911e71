// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;
import java.util.Optional;

import live.tributary.transcoder.hls.WindowTargets;
import live.tributary.transcoder.media.FrameRate;
import live.tributary.transcoder.media.Ticks;

/**
 * How long parts and segments may be: fixed once, from what the first session showed before it was live.
 *
 * @param window as players are told
 * @param keyFrameInterval the longest that was seen; zero when no second key frame came
 */
record Targets(WindowTargets window, Duration keyFrameInterval) {

    private static final Duration SHORTEST_TARGET = Duration.ofSeconds(2);
    private static final Duration WITHOUT_SECOND_KEY_FRAME = Duration.ofSeconds(10);
    private static final Duration LONGEST_PART = Duration.ofMillis(500);
    private static final int SHORTEST_PART_PERCENT = 85;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_SECOND = 1000;

    static Targets of(Opening opening, Optional<FrameRate> rate, Duration wanted) {
        Duration unit = opening.firstSound()
                .map(sound -> ticks(sound.samples(), sound.config().sampleRate()))
                .orElse(Duration.ZERO);
        Duration part = opening.hasVideo()
                ? rate.map(known -> multipleOfFrames(known, wanted))
                        .orElseGet(() -> roomForSlowestFrame(opening, wanted))
                : wanted;
        Duration target = opening.hasVideo()
                ? opening.longestKeyFrameInterval().map(Targets::rounded).orElse(WITHOUT_SECOND_KEY_FRAME)
                : SHORTEST_TARGET;
        return new Targets(
                new WindowTargets(target, part, roundedUp(part.plus(unit))),
                opening.longestKeyFrameInterval().orElse(Duration.ZERO));
    }

    private static Duration ticks(int samples, int rate) {
        return new Ticks(samples, rate).toDuration();
    }

    /** The most frames that last no longer than wanted, at least one, rounded up to a millisecond. */
    private static Duration multipleOfFrames(FrameRate rate, Duration wanted) {
        long thousandths = MILLIS_PER_SECOND * rate.seconds();
        long frames = Math.max(1, wanted.toMillis() * rate.frames() / thousandths);
        return Duration.ofMillis(Math.ceilDiv(frames * thousandths, rate.frames()));
    }

    /** Long enough that a part which is not yet 85 % full takes the slowest frame without passing its target. */
    private static Duration roomForSlowestFrame(Opening opening, Duration wanted) {
        long[] nanos = opening.pictureNanos();
        long slowest = 0;
        for (int i = 1; i < nanos.length; i++) {
            slowest = Math.max(slowest, nanos[i] - nanos[i - 1]);
        }
        long room = Math.min(slowest * 100 / (100 - SHORTEST_PART_PERCENT), LONGEST_PART.toNanos());
        long bounded = Math.min(Math.max(room, slowest), SHORTEST_TARGET.toNanos());
        return roundedUp(Duration.ofNanos(Math.max(bounded, wanted.toNanos())));
    }

    private static Duration roundedUp(Duration duration) {
        return Duration.ofMillis(Math.ceilDiv(duration.toNanos(), NANOS_PER_MILLI));
    }

    /** To the nearest second, as RFC 8216bis, 4.4.3.1 compares. */
    private static Duration rounded(Duration keyFrameInterval) {
        var nearest = Duration.ofSeconds(keyFrameInterval.plusMillis(500).toSeconds());
        return nearest.compareTo(SHORTEST_TARGET) < 0 ? SHORTEST_TARGET : nearest;
    }

    long partTicks() {
        return window.partTarget().toMillis() * Ticks.VIDEO_RATE / MILLIS_PER_SECOND;
    }

    long shortestPartTicks() {
        return partTicks() * SHORTEST_PART_PERCENT / 100;
    }

    long audioPartSamples(int rate) {
        return window.audioPartTarget().toMillis() * rate / MILLIS_PER_SECOND;
    }

    /** The longest segment that still rounds to the target duration. */
    Duration longestSegment() {
        return window.targetDuration().plusMillis(499);
    }
}
