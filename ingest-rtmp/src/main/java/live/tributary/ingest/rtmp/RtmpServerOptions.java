// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.net.InetSocketAddress;

/**
 * How a server runs.
 *
 * @param address where it listens; port 0 takes any free one
 * @param app the application name publishers must use: {@code rtmp://host/<app>}
 */
public record RtmpServerOptions(InetSocketAddress address, String app, EventLoops eventLoops, RtmpLimits limits) {

    /** Everything as designed, on one event loop per core. */
    public static RtmpServerOptions listeningOn(InetSocketAddress address) {
        var loops = new EventLoops.Own(Runtime.getRuntime().availableProcessors());
        return new RtmpServerOptions(address, "live", loops, RtmpLimits.DEFAULTS);
    }

    public RtmpServerOptions withApp(String name) {
        return new RtmpServerOptions(address, name, eventLoops, limits);
    }

    public RtmpServerOptions withEventLoops(EventLoops loops) {
        return new RtmpServerOptions(address, app, loops, limits);
    }

    public RtmpServerOptions withLimits(RtmpLimits other) {
        return new RtmpServerOptions(address, app, eventLoops, other);
    }
}
