// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.packager;

import java.time.Duration;

/**
 * Decides which key frames begin a segment: those a second or more after the one before, and earlier ones where waiting
 * for the next would end in a cut without a key frame. Encoders that put a key frame at a scene cut count their interval
 * anew from there.
 */
final class KeyFrameRhythm {

    private static final long SHORTEST_SEGMENT = Duration.ofSeconds(1).toNanos();
    /** Key frames one second apart come a rounding early where there is no grid. */
    private static final long ROUNDING = Duration.ofMillis(2).toNanos();

    /** How long an interval is expected again: one hole must not make short segments of a whole evening. */
    private static final long MEMORY = Duration.ofSeconds(30).toNanos();

    private static final long NOWHERE = Long.MIN_VALUE;

    private final long longestSegment;
    /** Of the last half minute or less, and of the half minute before. */
    private long longestNow;

    private long longestBefore;
    private long memoryStart = NOWHERE;
    private long lastKeyFrame = NOWHERE;
    private long segmentStart = NOWHERE;
    /**
     * By how much the segments so far lasted longer than a second each. RFC 8216bis allows shorter ones, but a node that
     * lost its counters numbers segments from the UNIX second on: a second each on average keeps that number above all
     * it counted before. The first second is a gift, as no restart is faster.
     */
    private long saved = SHORTEST_SEGMENT;

    KeyFrameRhythm(Targets targets) {
        longestSegment = targets.longestSegment().toNanos();
        longestNow = targets.keyFrameInterval().toNanos();
    }

    /** A key frame came, at that time of the broadcast. */
    void keyFrame(long nanos) {
        long interval = lastKeyFrame == NOWHERE ? 0 : nanos - lastKeyFrame;
        lastKeyFrame = nanos;
        memoryStart = memoryStart == NOWHERE ? nanos : memoryStart;
        if (nanos - memoryStart > MEMORY) {
            longestBefore = longestNow;
            longestNow = 0;
            memoryStart = nanos;
        }
        // Beyond the longest segment no cut at an earlier key frame would help: that is a hole, or a broken promise.
        longestNow = interval > longestSegment ? longestNow : Math.max(longestNow, interval);
    }

    /** A segment begins, with a key frame or not. */
    void segmentBegins(long nanos) {
        saved += segmentStart == NOWHERE ? 0 : nanos - segmentStart - SHORTEST_SEGMENT;
        segmentStart = nanos;
    }

    /** Whether the open segment ends before a key frame at that time. */
    boolean endsSegment(long nanos) {
        long length = nanos - segmentStart;
        if (length >= SHORTEST_SEGMENT - ROUNDING) {
            return true;
        }
        long nextExpected = length + Math.max(longestNow, longestBefore);
        return nextExpected > longestSegment && saved + length >= SHORTEST_SEGMENT;
    }
}
