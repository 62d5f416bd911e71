// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.probe;

import java.util.List;

/**
 * What one viewer saw in a stretch of time.
 *
 * @param delaysMs age of each presented frame whose clock could be read, in the order of presentation
 * @param framesPresented how many frames the browser showed
 * @param framesUnread how many of them had no readable clock
 * @param longestPauseMs longest time between two presented frames
 * @param advancedMs how far the burnt-in clock went between the first and the last frame
 * @param lastedMs how long that took
 */
record DelayReport(
        List<Long> delaysMs,
        int framesPresented,
        int framesUnread,
        long longestPauseMs,
        long advancedMs,
        long lastedMs) {

    /** A pause that a viewer notices. */
    private static final long STALL_MS = 500;

    /**
     * Reads what {@code burnt-in-clock.js} collected.
     *
     * @param frames per frame: when it was presented and the clock in it, both in UTC milliseconds; the clock is
     *     negative where it could not be read
     */
    static DelayReport of(List<double[]> frames) {
        var read = frames.stream().filter(frame -> frame[1] >= 0).toList();
        if (read.isEmpty()) {
            throw new AssertionError("no clock in any of %d frames".formatted(frames.size()));
        }
        double pause = 0;
        for (int i = 1; i < frames.size(); i++) {
            pause = Math.max(pause, frames.get(i)[0] - frames.get(i - 1)[0]);
        }
        double[] first = read.getFirst();
        double[] last = read.getLast();
        return new DelayReport(
                read.stream().map(frame -> Math.round(frame[0] - frame[1])).toList(),
                frames.size(),
                frames.size() - read.size(),
                Math.round(pause),
                Math.round(last[1] - first[1]),
                Math.round(last[0] - first[0]));
    }

    long percentile(int percent) {
        var sorted = delaysMs.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    boolean stalled() {
        return longestPauseMs > STALL_MS;
    }

    /** Whether the viewer kept up with the source, without which a delay means nothing. */
    boolean keptPace() {
        return advancedMs >= 0.9 * lastedMs;
    }

    String lines() {
        return """
                glass to glass  p50 %d ms   p95 %d ms   min %d ms   max %d ms
                frames          %d presented, %d without a readable clock
                longest pause   %d ms%s
                pace            %.1f %% of the source's
                """.formatted(
                        percentile(50),
                        percentile(95),
                        percentile(0),
                        percentile(100),
                        framesPresented,
                        framesUnread,
                        longestPauseMs,
                        stalled() ? " (a stall)" : "",
                        100.0 * advancedMs / lastedMs);
    }
}
