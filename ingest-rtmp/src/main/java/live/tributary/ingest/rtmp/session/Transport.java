// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.nio.channels.spi.SelectorProvider;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

import live.tributary.ingest.rtmp.EventLoops;

/**
 * The event loops and what goes with them: epoll where the machine has it, NIO elsewhere.
 *
 * @param owned whether closing it ends the loops
 */
public record Transport(EventLoopGroup group, Class<? extends ServerChannel> serverChannel, boolean owned)
        implements AutoCloseable {
    private static final Duration USER_TIMEOUT = Duration.ofSeconds(15);

    /** Starts loops, or finds out what kind was lent. */
    public static Transport of(EventLoops loops) {
        return switch (loops) {
            case EventLoops.Own(int threads) -> start(threads);
            case EventLoops.Shared(EventLoopGroup group) -> new Transport(group, channelFor(group), false);
        };
    }

    private static Transport start(int threads) {
        var handler = Epoll.isAvailable()
                ? EpollIoHandler.newFactory(0, GatheringSelect::new)
                : NioIoHandler.newFactory(SelectorProvider.provider(), GatheringSelect::new);
        var group = new MultiThreadIoEventLoopGroup(threads, new DefaultThreadFactory("rtmp"), handler);
        return new Transport(group, channelFor(group), true);
    }

    private static Class<? extends ServerChannel> channelFor(EventLoopGroup group) {
        boolean epoll = group instanceof IoEventLoopGroup io && io.isIoType(EpollIoHandler.class);
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** A server on these loops, with what only some transports can do. */
    public ServerBootstrap bootstrap() {
        var bootstrap = new ServerBootstrap().group(group).channel(serverChannel);
        if (serverChannel == EpollServerSocketChannel.class) {
            // A peer that vanished without a word must not hold its channel: unacknowledged data ends it after 15 s.
            bootstrap.childOption(EpollChannelOption.TCP_USER_TIMEOUT, (int) USER_TIMEOUT.toMillis());
        }
        return bootstrap;
    }

    @Override
    public void close() {
        if (owned) {
            group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }
}
