// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalInt;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

import live.tributary.ingest.rtmp.session.AcceptPause;
import live.tributary.ingest.rtmp.session.RtmpPipeline;
import live.tributary.ingest.rtmp.session.RtmpsPipeline;
import live.tributary.ingest.rtmp.session.Transport;

/** Listens for publishers, over TLS too where it is told to. Thread-safe. */
public final class RtmpServer implements AutoCloseable {
    /** What we keep for a peer that does not read: our part of a conversation is a few kilobytes. */
    private static final WriteBufferWaterMark ANSWERS_KEPT = new WriteBufferWaterMark(8 * 1024, 16 * 1024);

    private final Transport transport;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup listeners = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final int port;
    private final OptionalInt rtmpsPort;

    private RtmpServer(Transport transport, RtmpServerOptions options, PublishHandler handler) throws IOException {
        this.transport = transport;
        var plain = new RtmpPipeline(options, handler, connections, System::nanoTime);
        this.port = listen(options.address(), "RTMP", plain);
        this.rtmpsPort = switch (options.rtmps()) {
            case Rtmps.Off() -> OptionalInt.empty();
            case Rtmps.On(var address, var certificates) ->
                OptionalInt.of(listen(address, "RTMPS", new RtmpsPipeline(plain, certificates)));
        };
    }

    /**
     * Starts to listen.
     *
     * @param handler decides who may publish
     * @throws IOException if an address cannot be had; the message says which and why
     */
    public static RtmpServer start(RtmpServerOptions options, PublishHandler handler) throws IOException {
        Transport transport = Transport.of(options.eventLoops());
        try {
            return new RtmpServer(transport, options, handler);
        } catch (IOException taken) {
            transport.close();
            throw taken;
        }
    }

    private int listen(InetSocketAddress address, String what, ChannelHandler pipeline) throws IOException {
        var bound = transport
                .bootstrap()
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ANSWERS_KEPT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .handler(new AcceptPause())
                .childHandler(pipeline)
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            listeners.close().awaitUninterruptibly();
            throw new IOException("cannot listen for %s on %s".formatted(what, address), bound.cause());
        }
        Channel listener = bound.channel();
        listeners.add(listener);
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /** The port it listens on, also if any free one was asked for. */
    public int port() {
        return port;
    }

    /** Likewise for RTMP over TLS; empty if that is off. */
    public OptionalInt rtmpsPort() {
        return rtmpsPort;
    }

    /**
     * Stops listening, closes every connection, and ends its own event loops. Publishers that understand it are asked
     * to reconnect first, and have {@link Deadlines#reconnect} to go. Publications that are still there end as {@link
     * PublicationEnd.Kind#CLOSED_BY_US}. Must not be called on an event loop.
     */
    @Override
    public void close() {
        listeners.close().awaitUninterruptibly();
        RtmpPipeline.closeAll(connections).awaitUninterruptibly();
        transport.close();
    }
}
