// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import io.netty.channel.EventLoopGroup;

/** Whose threads move the bytes. */
public sealed interface EventLoops {

    /**
     * The server starts its own loops and ends them when it closes.
     *
     * @param threads at least 1; one per core is plenty
     */
    record Own(int threads) implements EventLoops {
        public Own {
            if (threads < 1) {
                throw new IllegalArgumentException("at least one event loop, not " + threads);
            }
        }
    }

    /** The application lends its loops (epoll or NIO) and ends them after the server was closed. */
    record Shared(EventLoopGroup group) implements EventLoops {}
}
