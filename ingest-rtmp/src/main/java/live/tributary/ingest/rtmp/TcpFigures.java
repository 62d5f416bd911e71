// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.time.Duration;

/**
 * The kernel's view of one TCP connection (Linux, {@code TCP_INFO}).
 *
 * @param roundTrip smoothed round-trip time
 * @param roundTripVariance how much it varies
 * @param retransmits segments we had to send again since the start; we send little, so this stays small
 */
public record TcpFigures(Duration roundTrip, Duration roundTripVariance, long retransmits) {

    /** Stands for: this transport cannot say, or it was not asked yet. */
    public static final TcpFigures NOT_MEASURED = new TcpFigures(Duration.ZERO, Duration.ZERO, 0);
}
