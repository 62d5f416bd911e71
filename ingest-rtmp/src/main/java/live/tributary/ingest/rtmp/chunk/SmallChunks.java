// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.chunk;

import java.time.Duration;
import java.util.function.LongSupplier;

import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;

/**
 * The work budget of peers that chose chunks of less than 128 bytes: each byte may then cost a header, so a slow uplink
 * could keep a core busy.
 */
final class SmallChunks {
    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final int perSecond;
    private final LongSupplier nanoClock;
    private long windowStart;
    private int spent;

    SmallChunks(int perSecond, LongSupplier nanoClock) {
        this.perSecond = perSecond;
        this.nanoClock = nanoClock;
        this.windowStart = nanoClock.getAsLong();
    }

    void spend() {
        long now = nanoClock.getAsLong();
        if (now - windowStart >= WINDOW_NANOS) {
            windowStart = now;
            spent = 0;
        }
        spent++;
        if (spent > perSecond) {
            throw RtmpException.connection(
                    Code.TOO_MUCH, "more than %d chunks of under 128 bytes a second".formatted(perSecond));
        }
    }
}
