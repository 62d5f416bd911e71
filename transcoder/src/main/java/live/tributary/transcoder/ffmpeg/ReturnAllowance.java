// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.transcoder.ffmpeg;

import live.tributary.transcoder.flv.FlvException;

/**
 * How many bytes of a rendition may come back. Encoders hold to the rate they are given; pictures of right times and any
 * size would fill the memory of the node. Media that was sent earns more of it, so a child cannot. One thread.
 */
final class ReturnAllowance {

    /** Far more than encoders stray. */
    private static final int TIMES_THE_RATE = 3;

    private static final int SECONDS_AT_ONCE = 10;

    /** Key frames have a size below which no rate brings them. */
    private static final int LEAST_BITS_PER_SECOND = 1_000_000;

    /** So that tags with next to nothing in them count, too: their header and the size behind them. */
    private static final int BYTES_AROUND_A_TAG = 15;

    private static final int MILLIS_PER_SECOND = 1_000;

    private final long bytesPerSecond;
    private long bytesLeft;
    private long earnedUntilMillis;

    /** @param startMillis media time from which on something is sent */
    ReturnAllowance(int bitsPerSecond, long startMillis) {
        bytesPerSecond = (long) TIMES_THE_RATE * Math.max(bitsPerSecond, LEAST_BITS_PER_SECOND) / Byte.SIZE;
        bytesLeft = mostBytes();
        earnedUntilMillis = startMillis;
    }

    private long mostBytes() {
        return bytesPerSecond * SECONDS_AT_ONCE;
    }

    /**
     * A tag came back.
     *
     * @param bytes of its content
     * @param sentMillis newest media time that was sent
     * @throws FlvException when that is more than an encoder of ours makes
     */
    void take(int bytes, long sentMillis) throws FlvException {
        if (sentMillis > earnedUntilMillis) {
            long earned = bytesPerSecond * (sentMillis - earnedUntilMillis) / MILLIS_PER_SECOND;
            bytesLeft = Math.min(mostBytes(), bytesLeft + earned);
            earnedUntilMillis = sentMillis;
        }
        bytesLeft -= bytes + BYTES_AROUND_A_TAG;
        if (bytesLeft < 0) {
            throw new FlvException("more than %d bytes a second".formatted(bytesPerSecond));
        }
    }
}
