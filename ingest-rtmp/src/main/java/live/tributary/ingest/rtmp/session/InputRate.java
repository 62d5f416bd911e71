// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.function.LongSupplier;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/** What came in during the last ten seconds, in slices of one second, against a limit. */
final class InputRate {
    private static final int SECONDS = 10;
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final long bitsPerSecond;
    private final LongSupplier nanoClock;
    private final long start;
    private final long[] slices = new long[SECONDS];
    private long newest;
    private long sum;

    InputRate(long bitsPerSecond, LongSupplier nanoClock) {
        this.bitsPerSecond = bitsPerSecond;
        this.nanoClock = nanoClock;
        this.start = nanoClock.getAsLong();
    }

    /** Counts these bytes, and says whether they still fit. */
    boolean fits(int bytes) {
        advanceTo((nanoClock.getAsLong() - start) / SECOND_NANOS);
        slices[(int) (newest % SECONDS)] += bytes;
        sum += bytes;
        return sum * Byte.SIZE <= bitsPerSecond * SECONDS;
    }

    RtmpException exceeded() {
        return RtmpException.connection(
                Code.TOO_MUCH, "more than %d kb/s over %d s".formatted(bitsPerSecond / 1000, SECONDS));
    }

    private void advanceTo(long second) {
        long first = Math.max(newest + 1, second - SECONDS + 1);
        for (long passed = first; passed <= second; passed++) {
            sum -= slices[(int) (passed % SECONDS)];
            slices[(int) (passed % SECONDS)] = 0;
        }
        newest = Math.max(newest, second);
    }
}
