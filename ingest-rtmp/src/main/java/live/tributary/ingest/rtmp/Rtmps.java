// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.net.InetSocketAddress;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Whether the server listens for RTMP over TLS, beside plain RTMP. */
public sealed interface Rtmps {

    /** Plain RTMP only. */
    record Off() implements Rtmps {}

    /**
     * TLS 1.2 and newer; what comes inside is RTMP under the same limits, and the handshake of TLS is part of {@link
     * Deadlines#handshake}.
     *
     * @param address where it listens; port 0 takes any free one
     * @param certificates asked for every connection, so that a renewed certificate counts from the next one on. Called
     *     on an event loop: must not block
     */
    record On(InetSocketAddress address, Supplier<SSLContext> certificates) implements Rtmps {}
}
