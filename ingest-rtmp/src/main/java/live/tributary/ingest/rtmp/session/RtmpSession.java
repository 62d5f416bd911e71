// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.ingest.rtmp.session;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import live.tributary.ingest.rtmp.CloseReason;
import live.tributary.ingest.rtmp.Deadlines;
import live.tributary.ingest.rtmp.MediaListener;
import live.tributary.ingest.rtmp.PublicationEnd;
import live.tributary.ingest.rtmp.PublicationEnd.Kind;
import live.tributary.ingest.rtmp.PublishDecision;
import live.tributary.ingest.rtmp.PublishDecision.Accepted;
import live.tributary.ingest.rtmp.PublishDecision.Reason;
import live.tributary.ingest.rtmp.PublishDecision.Refused;
import live.tributary.ingest.rtmp.PublishLimits;
import live.tributary.ingest.rtmp.PublishRequest;
import live.tributary.ingest.rtmp.RtmpException;
import live.tributary.ingest.rtmp.RtmpException.Code;
import live.tributary.ingest.rtmp.RtmpLimits;
import live.tributary.ingest.rtmp.message.Abort;
import live.tributary.ingest.rtmp.message.Acknowledgement;
import live.tributary.ingest.rtmp.message.AudioMessage;
import live.tributary.ingest.rtmp.message.Command;
import live.tributary.ingest.rtmp.message.DataMessage;
import live.tributary.ingest.rtmp.message.PingRequest;
import live.tributary.ingest.rtmp.message.PingResponse;
import live.tributary.ingest.rtmp.message.RtmpMessage;
import live.tributary.ingest.rtmp.message.SetChunkSize;
import live.tributary.ingest.rtmp.message.SetPeerBandwidth;
import live.tributary.ingest.rtmp.message.Spoiled;
import live.tributary.ingest.rtmp.message.StreamBegin;
import live.tributary.ingest.rtmp.message.Unknown;
import live.tributary.ingest.rtmp.message.VideoMessage;
import live.tributary.ingest.rtmp.message.WindowAcknowledgementSize;

/** The state of one connection: ready, deciding, on air, closed. Confined to the connection's event loop. */
final class RtmpSession extends ChannelInboundHandlerAdapter implements Dialogue.Turns {
    private static final Logger log = LoggerFactory.getLogger(RtmpSession.class);

    private enum Phase {
        READY,
        DECIDING,
        ON_AIR,
        CLOSED
    }

    private final Channel channel;
    private final Connection connection;
    private final Admission admission;
    private final PublishLimits limits;
    private final Deadlines deadlines;
    private final LogLimit logLimit;
    private final Dialogue dialogue = new Dialogue(this);
    private final HeldMessages held = new HeldMessages();
    private Phase phase = Phase.READY;
    private @Nullable OpenPublication publication;

    RtmpSession(Channel channel, Connection connection, Admission admission, RtmpLimits limits, LogLimit logLimit) {
        this.channel = channel;
        this.connection = connection;
        this.admission = admission;
        this.limits = limits.publishing();
        this.deadlines = limits.deadlines();
        this.logLimit = logLimit;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        switch (phase) {
            case READY, ON_AIR -> handle((RtmpMessage) message);
            case DECIDING -> held.keep((RtmpMessage) message);
            case CLOSED -> HeldMessages.release((RtmpMessage) message);
        }
    }

    private void handle(RtmpMessage message) {
        switch (message) {
            case Command command -> answer(dialogue.answer(command));
            case VideoMessage video -> media(video.body(), open -> open.video(video));
            case AudioMessage audio -> media(audio.body(), open -> open.audio(audio));
            case DataMessage data -> data(data);
            case WindowAcknowledgementSize(long bytes) -> connection.received().window(bytes);
            case PingRequest(int timestamp) -> answer(List.of(new PingResponse(timestamp)));
            case PingResponse(int timestamp) -> connection.probes().answered(timestamp);
            case Spoiled _ -> connection.meters().dropped();
            // The chunk decoder obeyed these already.
            case SetChunkSize _, Abort _ -> {}
            // What the peer says about our side: we send next to nothing.
            case Acknowledgement _, SetPeerBandwidth _, StreamBegin _, Unknown _ -> {}
        }
    }

    /** Sends these in one flush. Whoever asks and never reads the answers would have us keep them all. */
    private void answer(List<RtmpMessage> replies) {
        // A peer that hung up in the middle of its goodbye is not one that does not read.
        if (channel.isActive() && !channel.isWritable()) {
            throw RtmpException.connection(Code.TOO_MUCH, "the peer does not read our answers");
        }
        for (RtmpMessage reply : replies) {
            var _ = channel.write(reply);
        }
        channel.flush();
    }

    private void media(ByteBuf body, Consumer<OpenPublication> reading) {
        try {
            if (publication != null) {
                connection.timeouts().mediaArrived();
                reading.accept(publication);
            }
        } finally {
            body.release();
        }
    }

    private void data(DataMessage message) {
        if (publication != null) {
            publication.data(message);
        }
    }

    @Override
    public void publish(StreamAddress address, String encoder) {
        if (phase != Phase.READY) {
            throw RtmpException.connection(Code.OUT_OF_ORDER, "publish while " + phase);
        }
        phase = Phase.DECIDING;
        channel.config().setAutoRead(false);
        connection.timeouts().deciding();
        // Media may follow at once; what one read has brought is kept, and more is not read.
        connection.chunks().trust();
        var handle = new ConnectionHandle(channel, connection.meters());
        var peer = ProxyHeader.client(channel);
        var request = new PublishRequest(address.app(), address.key(), peer, encoder, handle);
        admission.ask(request, channel.eventLoop(), decision -> decided(decision, encoder));
    }

    /** Runs as a task of its own, so a fault has to be carried into the pipeline by hand. */
    private void decided(PublishDecision decision, String encoder) {
        try {
            act(decision, encoder);
        } catch (RuntimeException fault) {
            channel.pipeline().fireExceptionCaught(fault);
        }
    }

    private void act(PublishDecision decision, String encoder) {
        switch (decision) {
            case Accepted(MediaListener listener) when phase == Phase.DECIDING -> goOnAir(listener, encoder);
            case Accepted(MediaListener listener) ->
                listener.onEnd(new PublicationEnd(Kind.LOST, "The connection ended before the answer came."));
            case Refused(Reason reason, String description) when phase == Phase.DECIDING -> refuse(reason, description);
            case Refused _ -> {}
        }
    }

    private void goOnAir(MediaListener listener, String encoder) {
        phase = Phase.ON_AIR;
        publication = new OpenPublication(listener, limits, connection.meters());
        answer(List.of(new StreamBegin(Replies.STREAM), Replies.publishStarted()));
        log.info("publication started connection={} encoder=\"{}\"", id(), encoder);
        connection.timeouts().awaitMedia();
        connection.probes().start();
        catchUp();
    }

    /** What was held may stop the publication and ask for the next one: then the rest waits again. */
    private void catchUp() {
        while (phase != Phase.DECIDING && !held.isEmpty()) {
            handle(held.take());
        }
        channel.config().setAutoRead(phase != Phase.DECIDING);
    }

    private void refuse(Reason reason, String description) {
        if (logLimit.permits()) {
            log.info("publication refused connection={} reason={}", id(), reason);
        }
        phase = Phase.CLOSED;
        held.releaseAll();
        var _ = channel.writeAndFlush(Replies.publishRefused(description));
        var _ = channel.close();
    }

    @Override
    public void unpublish() {
        if (phase == Phase.ON_AIR) {
            phase = Phase.READY;
            end(Kind.CLEAN, "The encoder stopped.");
            var _ = channel.writeAndFlush(Replies.unpublished());
            connection.timeouts().awaitPublish();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        switch (event) {
            case CloseRequested(CloseReason why) when asksToReconnect(why) -> askToReconnect(why);
            case CloseRequested(CloseReason why) -> close(why);
            case Object other -> ctx.fireUserEventTriggered(other);
        }
    }

    private boolean asksToReconnect(CloseReason why) {
        return why == CloseReason.SHUTTING_DOWN && phase == Phase.ON_AIR && dialogue.peerReconnects();
    }

    /** What the publisher still sends is taken until it goes, so that its viewers miss as little as can be. */
    private void askToReconnect(CloseReason why) {
        answer(List.of(Replies.reconnectRequest(why.description())));
        var _ = channel.eventLoop()
                .schedule(() -> close(why), deadlines.reconnect().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void close(CloseReason why) {
        deny(Kind.CLOSED_BY_US, why.description());
        var _ = channel.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        leave(Kind.LOST, "The connection was lost.");
        ctx.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable wrapped) {
        switch (LastResort.unwrap(wrapped)) {
            case RtmpException slow when slow.code() == Code.TOO_SLOW -> deny(Kind.LOST, slow.what());
            case RtmpException offence -> deny(Kind.VIOLATION, offence.what());
            case IOException _ -> leave(Kind.LOST, "The connection was lost.");
            case Throwable _ -> deny(Kind.CLOSED_BY_US, "Something went wrong in the node.");
        }
        ctx.fireExceptionCaught(wrapped);
    }

    /** Ends it, and tells a publisher why. */
    private void deny(Kind kind, String description) {
        if (phase == Phase.ON_AIR) {
            var _ = channel.writeAndFlush(Replies.publishDenied(description));
        }
        leave(kind, description);
    }

    private void leave(Kind kind, String description) {
        phase = Phase.CLOSED;
        held.releaseAll();
        end(kind, description);
    }

    private void end(Kind kind, String description) {
        OpenPublication ended = publication;
        if (ended != null) {
            publication = null;
            connection.probes().stop();
            log.info("publication ended connection={} kind={} why=\"{}\"", id(), kind, description);
            ended.end(new PublicationEnd(kind, description));
        }
    }

    private String id() {
        return channel.id().asShortText();
    }
}
