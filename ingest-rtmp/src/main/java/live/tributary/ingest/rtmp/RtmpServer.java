// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp;

import java.io.IOException;
import java.net.InetSocketAddress;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

import live.tributary.ingest.rtmp.session.RtmpPipeline;
import live.tributary.ingest.rtmp.session.Transport;

/** Listens for publishers. Thread-safe. */
public final class RtmpServer implements AutoCloseable {
    /** What we keep for a peer that does not read: our part of a conversation is a few kilobytes. */
    private static final WriteBufferWaterMark ANSWERS_KEPT = new WriteBufferWaterMark(8 * 1024, 16 * 1024);

    private final Transport transport;
    private final ChannelGroup connections;
    private final Channel listener;

    private RtmpServer(Transport transport, ChannelGroup connections, Channel listener) {
        this.transport = transport;
        this.connections = connections;
        this.listener = listener;
    }

    /**
     * Starts to listen.
     *
     * @param handler decides who may publish
     * @throws IOException if the address cannot be had; the message says which and why
     */
    public static RtmpServer start(RtmpServerOptions options, PublishHandler handler) throws IOException {
        Transport transport = Transport.of(options.eventLoops());
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        var bound = transport
                .bootstrap()
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, ANSWERS_KEPT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childHandler(new RtmpPipeline(options, handler, connections, System::nanoTime))
                .bind(options.address())
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            transport.close();
            throw new IOException("cannot listen for RTMP on " + options.address(), bound.cause());
        }
        return new RtmpServer(transport, connections, bound.channel());
    }

    /** The port it listens on, also if any free one was asked for. */
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    /**
     * Stops listening, closes every connection, and ends its own event loops. Publications end as {@link
     * PublicationEnd.Kind#CLOSED_BY_US}. Must not be called on an event loop.
     */
    @Override
    public void close() {
        listener.close().awaitUninterruptibly();
        RtmpPipeline.closeAll(connections).awaitUninterruptibly();
        transport.close();
    }
}
