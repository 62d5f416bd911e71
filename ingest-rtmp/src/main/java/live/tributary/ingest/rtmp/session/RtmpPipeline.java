// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.util.concurrent.Future;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.Proxies;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.RtmpServerOptions;
import live.tributary.ingest.rtmp.chunk.ChunkEncoder;
import live.tributary.ingest.rtmp.handshake.HandshakeHandler;
import live.tributary.ingest.rtmp.message.MessageDecoder;
import live.tributary.ingest.rtmp.message.MessageEncoder;

/** Wires each new connection, in one method. One for the server. */
public final class RtmpPipeline extends ChannelInitializer<Channel> {
    private final Proxies proxies;
    private final RtmpLimits limits;
    private final LongSupplier nanoClock;
    private final Admission admission;
    private final LogLimit logLimit;
    private final ChannelGroup connections;

    /** The clock is any monotonic one in nanoseconds. */
    public RtmpPipeline(
            RtmpServerOptions options, PublishHandler handler, ChannelGroup connections, LongSupplier nanoClock) {
        this.proxies = options.proxies();
        this.limits = options.limits();
        this.nanoClock = nanoClock;
        this.logLimit = new LogLimit(nanoClock);
        this.admission = new Admission(options, handler, logLimit, nanoClock);
        this.connections = connections;
    }

    @Override
    protected void initChannel(Channel channel) {
        expectProxy(channel);
        addRtmp(channel);
    }

    /** What stands in front of everything, TLS included. */
    void expectProxy(Channel channel) {
        ProxyHeader.expectFrom(proxies, channel);
    }

    /** All that is RTMP. */
    void addRtmp(Channel channel) {
        connections.add(channel);
        var connection = Connection.of(channel, limits, nanoClock);
        channel.pipeline()
                .addLast("received bytes", connection.received())
                .addLast("handshake", new HandshakeHandler(ThreadLocalRandom.current()))
                .addLast("timeouts", connection.timeouts())
                .addLast("chunk decoder", connection.chunks())
                .addLast("chunk encoder", new ChunkEncoder())
                .addLast("message decoder", new MessageDecoder(limits.amf()))
                .addLast("message encoder", new MessageEncoder())
                .addLast("session", new RtmpSession(channel, connection, admission, limits, logLimit))
                .addLast("last resort", new LastResort(logLimit));
    }

    /** What stands in front of TLS. */
    TlsRecords records(Future<Channel> handshake) {
        return new TlsRecords(handshake, limits, nanoClock);
    }

    /** Ends every connection as a stopping node does, those that can reconnect last; done when none is left. */
    public static Future<Void> closeAll(ChannelGroup connections) {
        connections.forEach(
                channel -> channel.pipeline().fireUserEventTriggered(new CloseRequested(CloseReason.SHUTTING_DOWN)));
        return connections.newCloseFuture();
    }
}
