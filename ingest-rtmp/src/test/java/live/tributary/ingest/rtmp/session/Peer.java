// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;

import live.tributary.ingest.rtmp.AmfLimits;
import live.tributary.ingest.rtmp.EventLoops;
import live.tributary.ingest.rtmp.MessageLimits;
import live.tributary.ingest.rtmp.Proxies;
import live.tributary.ingest.rtmp.PublishHandler;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.RtmpServerOptions;
import live.tributary.ingest.rtmp.Rtmps;
import live.tributary.ingest.rtmp.chunk.ChunkDecoder;
import live.tributary.ingest.rtmp.client.CountedBuffers;
import live.tributary.ingest.rtmp.client.Encoder;
import live.tributary.ingest.rtmp.client.Wire;
import live.tributary.ingest.rtmp.message.Command;
import live.tributary.ingest.rtmp.message.MessageDecoder;
import live.tributary.ingest.rtmp.message.RtmpMessage;

/** The far end of a connection to the real pipeline, without a socket, in a time of its own. */
final class Peer implements AutoCloseable {
    private static final int S0_S1_S2_BYTES = 1 + 2 * 1536;

    private final CountedBuffers buffers = new CountedBuffers();
    private final Time time;
    private final EmbeddedChannel channel;
    private final EmbeddedChannel answers;
    private int handshakeBytesLeft = S0_S1_S2_BYTES;

    /** The time that all peers of a test share. */
    static final class Time {
        private final AtomicLong nanos = new AtomicLong();

        long nanos() {
            return nanos.get();
        }
    }

    Peer(ChannelInitializer<Channel> pipeline, Time time, InetSocketAddress address) {
        this.time = time;
        this.channel = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return address;
            }
        };
        channel.config().setAllocator(buffers.allocator());
        channel.freezeTime();
        channel.pipeline().addLast(pipeline);
        channel.pipeline().fireChannelActive();
        this.answers = decoderOfAnswers(time);
    }

    private EmbeddedChannel decoderOfAnswers(Time time) {
        var decoder = new EmbeddedChannel(
                new ChunkDecoder(MessageLimits.DEFAULTS, time::nanos), new MessageDecoder(AmfLimits.DEFAULTS));
        decoder.config().setAllocator(buffers.allocator());
        return decoder;
    }

    static RtmpPipeline server(PublishHandler handler, RtmpLimits limits, Time time) {
        return server(handler, limits, time, Proxies.NONE);
    }

    static RtmpPipeline server(PublishHandler handler, RtmpLimits limits, Time time, Proxies proxies) {
        var address = new InetSocketAddress(0);
        var options = new RtmpServerOptions(address, new Rtmps.Off(), proxies, "live", new EventLoops.Own(1), limits);
        ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
        return new RtmpPipeline(options, handler, connections, time::nanos);
    }

    /** What comes after the connection is closed is lost, as on a socket. */
    Peer send(byte... bytes) {
        if (!channel.isOpen()) {
            return this;
        }
        channel.writeInbound(buffers.of(bytes));
        return this;
    }

    Peer send(Encoder encoder) {
        return send(encoder.bytes());
    }

    Peer send(List<byte[]> pieces) {
        pieces.forEach(this::send);
        return this;
    }

    Peer wait(Duration duration) {
        time.nanos.addAndGet(duration.toNanos());
        channel.advanceTimeBy(duration.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
        return this;
    }

    void hangUp() {
        var _ = channel.close();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    boolean isRead() {
        return channel.config().isAutoRead();
    }

    /** The bytes the server sent since the last time; for a conversation that is no RTMP. */
    byte[] rawAnswer() {
        var sent = new Wire();
        for (ByteBuf bytes = channel.readOutbound(); bytes != null; bytes = channel.readOutbound()) {
            sent.raw(ByteBufUtil.getBytes(bytes));
            bytes.release();
        }
        return sent.bytes();
    }

    /** What the server keeps in buffers for this peer now. */
    long bufferedBytes() {
        return buffers.bytes();
    }

    /** Every message the server sent so far, behind its handshake. */
    List<RtmpMessage> answers() {
        channel.runPendingTasks();
        for (ByteBuf sent = channel.readOutbound(); sent != null; sent = channel.readOutbound()) {
            int handshake = Math.min(handshakeBytesLeft, sent.readableBytes());
            handshakeBytesLeft -= handshake;
            answers.writeInbound(sent.skipBytes(handshake));
        }
        return answers.inboundMessages().stream().map(RtmpMessage.class::cast).toList();
    }

    List<Command> commands() {
        return answers().stream()
                .filter(Command.class::isInstance)
                .map(Command.class::cast)
                .toList();
    }

    List<String> commandNames() {
        return commands().stream().map(Command::name).toList();
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
        answers.finishAndReleaseAll();
        buffers.expectAllBack();
    }
}
