// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.net.InetSocketAddress;

/**
 * How a server runs.
 *
 * @param address where it listens; port 0 takes any free one
 * @param rtmps where it listens for RTMP over TLS, if at all
 * @param proxies who speaks for others, on both ports
 * @param app the application name publishers must use: {@code rtmp://host/<app>}
 */
public record RtmpServerOptions(
        InetSocketAddress address, Rtmps rtmps, Proxies proxies, String app, EventLoops eventLoops, RtmpLimits limits) {

    /** Everything as designed, without TLS, on one event loop per core. */
    public static RtmpServerOptions listeningOn(InetSocketAddress address) {
        var loops = new EventLoops.Own(Runtime.getRuntime().availableProcessors());
        return new RtmpServerOptions(address, new Rtmps.Off(), Proxies.NONE, "live", loops, RtmpLimits.DEFAULTS);
    }

    public RtmpServerOptions withRtmps(Rtmps other) {
        return new RtmpServerOptions(address, other, proxies, app, eventLoops, limits);
    }

    public RtmpServerOptions withProxies(Proxies trusted) {
        return new RtmpServerOptions(address, rtmps, trusted, app, eventLoops, limits);
    }

    public RtmpServerOptions withApp(String name) {
        return new RtmpServerOptions(address, rtmps, proxies, name, eventLoops, limits);
    }

    public RtmpServerOptions withEventLoops(EventLoops loops) {
        return new RtmpServerOptions(address, rtmps, proxies, app, loops, limits);
    }

    public RtmpServerOptions withLimits(RtmpLimits other) {
        return new RtmpServerOptions(address, rtmps, proxies, app, eventLoops, other);
    }
}
