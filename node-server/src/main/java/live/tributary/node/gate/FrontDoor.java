// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ServerChannel;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import live.tributary.node.kernel.OpenFiles;

/**
 * Where connections come in: they leave handles for what is on air, request heads have a time, requests come one after the
 * other, and those for a {@link FrontRoute} are answered here ({@link Turnstile}). All others go on to the web server.
 */
public final class FrontDoor implements NettyServerCustomizer {

    private final Duration requestHeadTime;
    private final FrontAnswers front;
    private final OpenFiles files;

    /**
     * @param requestHeadTime how long a request head may take to come
     * @param files of which connections do not get the last
     */
    public FrontDoor(Duration requestHeadTime, FrontAnswers front, OpenFiles files) {
        this.requestHeadTime = requestHeadTime;
        this.files = files;
        this.front = front;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) -> openTo(channel))
                .doOnBound(bound -> bound.channel().pipeline().addFirst(new NewcomersWait(files)))
                .childObserve(this::observe);
    }

    private void openTo(Channel connection) {
        var pipeline = connection.pipeline();
        var deadline = new HeadDeadline(requestHeadTime);
        pipeline.addFirst(deadline);
        if (speaksHttp(pipeline)) {
            addTurnstile(pipeline, deadline);
        } else {
            pipeline.addBefore(NettyPipeline.ReactiveBridge, null, new AfterHandshake(deadline));
        }
    }

    /** Each stream of HTTP/2 is a channel of its own. */
    private void observe(Connection connection, ConnectionObserver.State state) {
        if (state.equals(ConnectionObserver.State.CONNECTED) && isStream(connection.channel())) {
            var deadline = connection
                    .channel()
                    .parent()
                    .pipeline()
                    .get(HeadDeadline.class)
                    .unlimited();
            addTurnstile(connection.channel().pipeline(), deadline);
        }
    }

    private static boolean speaksHttp(ChannelPipeline pipeline) {
        return pipeline.get(NettyPipeline.HttpTrafficHandler) != null;
    }

    private void addTurnstile(ChannelPipeline pipeline, HeadDeadline deadline) {
        pipeline.addBefore(NettyPipeline.HttpTrafficHandler, Turnstile.NAME, new Turnstile(front, deadline));
    }

    static boolean isStream(Channel channel) {
        return channel.parent() != null && !(channel.parent() instanceof ServerChannel);
    }

    /** Behind TLS the codec comes when client and server have agreed on one, just before this handler hears of it. */
    private final class AfterHandshake extends ChannelInboundHandlerAdapter {

        private final HeadDeadline deadline;

        private AfterHandshake(HeadDeadline deadline) {
            this.deadline = deadline;
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            context.fireUserEventTriggered(event);
            if (event instanceof SslHandshakeCompletionEvent) {
                context.pipeline().remove(this);
                if (speaksHttp(context.pipeline())) {
                    addTurnstile(context.pipeline(), deadline);
                }
            }
        }
    }
}
