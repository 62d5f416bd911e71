// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.hls;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a window starts to count. Numbers never fall on a channel, whatever died before.
 *
 * @param mediaSequence MSN of the first segment
 * @param discontinuitySequence {@code EXT-X-DISCONTINUITY-SEQUENCE} of the first playlist
 * @param continuesChannel whether viewers may remember an earlier broadcast of this channel: the first segment then
 *     carries a {@code DISCONTINUITY}
 */
public record FirstNumbers(long mediaSequence, long discontinuitySequence, boolean continuesChannel) {

    /** Hours are counted from here. */
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    /**
     * Numbers of a channel of which nothing is remembered. Segments last at least a second, so the UNIX second lies
     * above everything that was counted before a memory was lost. Discontinuities are rarer, and hls.js copies an array
     * as long as their number whenever a timeline begins: they are counted from the hour.
     */
    public static FirstNumbers fresh(Instant now) {
        return new FirstNumbers(now.getEpochSecond(), hours(now), false);
    }

    /** Numbers of the broadcast that follows {@code earlier} on the same channel. */
    public static FirstNumbers after(LiveWindow earlier, Instant now) {
        var next = earlier.nextNumbers();
        return new FirstNumbers(
                Math.max(next.mediaSequence, now.getEpochSecond()),
                Math.max(next.discontinuitySequence, hours(now)),
                true);
    }

    private static long hours(Instant now) {
        return Math.max(0, Duration.between(EPOCH, now).toHours());
    }
}
