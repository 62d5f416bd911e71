// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.time.Duration;
import java.util.Optional;

/**
 * What was measured on one connection, all counts since its first byte.
 *
 * @param bytes everything received, headers and handshake included
 * @param videoBytes payload of video messages
 * @param audioBytes payload of audio messages
 * @param videoMessages messages, not frames: a multitrack message holds several
 * @param audioMessages likewise
 * @param dropped messages or tracks that could not be used and were left out
 * @param silence time since the last byte: from 5 s on the publisher is called stalled
 * @param pingMicros see {@link #pingRoundTrip}; 0 means not measured
 * @param tcp see {@link #kernelView}
 */
public record PublicationFigures(
        long bytes,
        long videoBytes,
        long audioBytes,
        long videoMessages,
        long audioMessages,
        long dropped,
        Duration silence,
        long pingMicros,
        TcpFigures tcp) {

    /** The last answered RTMP ping: network and encoder together. Encoders that never answer leave it empty. */
    public Optional<Duration> pingRoundTrip() {
        return pingMicros == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(pingMicros * 1_000));
    }

    /** What the kernel knows of the connection, where epoll is in use. At most one second old. */
    public Optional<TcpFigures> kernelView() {
        return tcp.equals(TcpFigures.NOT_MEASURED) ? Optional.empty() : Optional.of(tcp);
    }
}
