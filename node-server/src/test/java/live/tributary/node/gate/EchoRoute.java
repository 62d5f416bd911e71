// SPDX-License-Identifier: AGPL-3.0-or-later
package live.tributary.node.gate;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;

import live.tributary.fixtures.process.Waiting;

/** Answers with the address in brackets, in a header; {@code /front/held} when the test says so. */
final class EchoRoute implements FrontRoute {

    static final String ANSWER = "X-Answer";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Queue<FrontReply> held = new ConcurrentLinkedQueue<>();

    @Override
    public String root() {
        return "/front/";
    }

    @Override
    public void answer(HttpRequest request, FrontReply reply) {
        switch (request.uri()) {
            case "/front/held" -> held.add(reply);
            case "/front/broken" -> throw new IllegalStateException("made by the test");
            default -> send(reply, "[" + request.uri() + "]");
        }
    }

    private static void send(FrontReply reply, String text) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
        response.headers().set(ANSWER, text);
        HttpUtil.setContentLength(response, 0);
        reply.send(response);
    }

    void awaitHeld() {
        Waiting.until("a held request", PATIENCE, () -> !held.isEmpty());
    }

    boolean holdsNothing() {
        return held.isEmpty();
    }

    /** Whether the one who sent the oldest held request has gone. */
    boolean clientIsGone() {
        return !held.element().channel().isActive();
    }

    /** Answers the oldest held request, once there is one. */
    void answerHeld(String text) {
        awaitHeld();
        var reply = held.remove();
        reply.channel().eventLoop().execute(() -> send(reply, text));
    }
}
