// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

import live.tributary.ingest.rtmp.TcpFigures;
import live.tributary.ingest.rtmp.message.PingRequest;

/** Asks the kernel once a second, and the encoder every ten, how the connection is. Runs while somebody publishes. */
final class Probes {
    private static final int SECONDS_PER_PING = 10;

    private final Channel channel;
    private final ConnectionMeters meters;
    private final LongSupplier nanoClock;
    private @Nullable Future<?> ticking;
    private long ticks;
    private int pingTimestamp;
    private long pingSentNanos;

    Probes(Channel channel, ConnectionMeters meters, LongSupplier nanoClock) {
        this.channel = channel;
        this.meters = meters;
        this.nanoClock = nanoClock;
    }

    void start() {
        stop();
        ticking = channel.eventLoop().scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void stop() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    private void tick() {
        if (channel instanceof EpollSocketChannel socket && socket.isOpen()) {
            meters.tcp(ask(socket.tcpInfo()));
        }
        if (ticks % SECONDS_PER_PING == 0) {
            ping();
        }
        ticks++;
    }

    private static TcpFigures ask(EpollTcpInfo info) {
        return new TcpFigures(
                Duration.ofNanos(info.rtt() * 1_000), Duration.ofNanos(info.rttvar() * 1_000), info.totalRetrans());
    }

    private void ping() {
        pingSentNanos = nanoClock.getAsLong();
        pingTimestamp = (int) TimeUnit.NANOSECONDS.toMillis(pingSentNanos);
        var _ = channel.writeAndFlush(new PingRequest(pingTimestamp));
    }

    /** An answer to another question than the last one says nothing. */
    void answered(int timestamp) {
        if (timestamp == pingTimestamp) {
            meters.ping(Duration.ofNanos(nanoClock.getAsLong() - pingSentNanos));
        }
    }
}
